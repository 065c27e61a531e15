package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;

/** What the other side did next. */
public sealed interface Seen {
    /** Says it in a few words, octets in hex. */
    String describe();

    /** It sent a whole message. */
    record Message(Bytes octets) implements Seen {
        @Override
        public String describe() {
            return octets.isEmpty() ? "an empty message" : "the message " + octets.toHex();
        }
    }

    /** It closed the connection. */
    record Closed() implements Seen {
        @Override
        public String describe() {
            return "a closed connection";
        }
    }

    /** It closed the connection inside a message. */
    record Cut() implements Seen {
        @Override
        public String describe() {
            return "a connection that was closed inside a message";
        }
    }

    /** It broke the framing of the channel, and so the sentence of a number. */
    record Unframed(String number, String how) implements Seen {
        @Override
        public String describe() {
            return "packets whose framing is " + how;
        }
    }

    /** It did nothing for so long as it was waited for. */
    record Silence(long millis) implements Seen {
        @Override
        public String describe() {
            return "nothing for " + millis + " ms, and an open connection";
        }
    }
}
