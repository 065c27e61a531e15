package io.lintel.benchmarks.air;

/**
 * One message of a conversation.
 *
 * @param from who sends it
 * @param octets how long it is, without the transport's framing; 1 or more
 */
public record Message(Side from, int octets) {

    /** Who sends. */
    public enum Side {
        /** The phone. */
        PHONE,
        /** The reader. */
        READER
    }

    /** Refuses a message without an octet with {@link IllegalArgumentException}. */
    public Message {
        if (octets < 1) {
            throw new IllegalArgumentException("a message has an octet at least, not " + octets);
        }
    }

    static Message phone(int octets) {
        return new Message(Side.PHONE, octets);
    }

    static Message reader(int octets) {
        return new Message(Side.READER, octets);
    }
}
