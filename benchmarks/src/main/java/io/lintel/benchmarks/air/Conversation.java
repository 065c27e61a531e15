package io.lintel.benchmarks.air;

import java.util.List;

/**
 * What a phone and a reader say to each other until the phone knows whether the door opens.
 *
 * @param name what it is called in tables
 * @param origin where its lengths come from
 * @param messages the messages in order
 * @param untilDecision behind how many of them the reader can decide
 */
public record Conversation(String name, Origin origin, List<Message> messages, int untilDecision) {

    /** Where lengths come from. */
    public enum Origin {
        /** The implementation was run, and its messages measured. */
        MEASURED,
        /** Others described it; nobody's implementation was run. */
        MODEL
    }

    /** Refuses a decision that comes behind no message, or behind more than there are, with {@link IllegalArgumentException}. */
    public Conversation {
        messages = List.copyOf(messages);
        if (untilDecision < 1 || untilDecision > messages.size()) {
            throw new IllegalArgumentException("the reader decides behind message 1 to " + messages.size());
        }
    }

    /** Octets that both sides send until the reader can decide. */
    public int octetsUntilDecision() {
        return octets(untilDecision);
    }

    /** Octets of all messages. */
    public int octets() {
        return octets(messages.size());
    }

    /** Packets over GATT until the reader can decide. */
    public int packetsUntilDecision(int mtu) {
        return packets(untilDecision, mtu);
    }

    /** Packets over GATT of all messages. */
    public int packets(int mtu) {
        return packets(messages.size(), mtu);
    }

    private int octets(int first) {
        return messages.stream().limit(first).mapToInt(Message::octets).sum();
    }

    private int packets(int first, int mtu) {
        return messages.stream()
                .limit(first)
                .mapToInt(message -> Packets.count(message.octets(), mtu))
                .sum();
    }
}
