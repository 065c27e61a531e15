package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Receipt;
import java.util.List;
import java.util.Optional;

/** What the sides say to each other inside a link ({@code spec/link.md}, "Messages"). */
sealed interface LinkMessage {
    /** What a reader says. */
    sealed interface FromReader extends LinkMessage {}

    /** What a manager says. */
    sealed interface FromManager extends LinkMessage {}

    /** How it stands with the reader; the manager answers with what is new, or that nothing is. */
    record State(ReaderReport report) implements FromReader {}

    /** A signed receipt. */
    record Signed(Bytes receipt) implements FromReader {
        public Signed {
            if (receipt.isEmpty() || receipt.size() > Receipt.MAX_SIGNED_SIZE_BYTES) {
                throw new IllegalArgumentException("a receipt is out of bounds");
            }
        }
    }

    /** Events, to be acknowledged. */
    record Events(EventBatch batch) implements FromReader {
        public Events {
            if (batch.events().isEmpty()) {
                throw new IllegalArgumentException("a batch without events");
            }
        }
    }

    /** What the reader has counted since it started, in the order of the closed list of counters. */
    record Counters(List<Long> counts) implements FromReader {
        public Counters {
            counts = List.copyOf(counts);
            if (counts.size() > LinkWire.MAX_COUNTERS || counts.stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("counters are out of bounds");
            }
        }
    }

    /**
     * Asks for parts of a parcel.
     *
     * @param hash what names it; empty for whatever there is
     * @param offset from where on
     */
    record Want(Parcel.Kind kind, Optional<Bytes> hash, int offset) implements FromReader {
        public Want {
            if (offset < 0 || hash.stream().anyMatch(name -> name.size() != LinkWire.HASH_SIZE)) {
                throw new IllegalArgumentException("a want is out of bounds");
            }
        }
    }

    /** Something is newer than what the reader said it has. */
    record Offer(Parcel parcel) implements FromManager {}

    /** Some octets of what the reader asked for. */
    record Part(Parcel.Kind kind, int offset, Bytes octets) implements FromManager {
        public Part {
            if (offset < 0 || octets.isEmpty() || octets.size() > LinkWire.PART_SIZE) {
                throw new IllegalArgumentException("a part is out of bounds");
            }
        }

        /** Says nothing of the octets: a configuration's hold the project key. */
        @Override
        public String toString() {
            return "Part[kind=" + kind + ", offset=" + offset + ", octets=redacted]";
        }
    }

    /** The manager keeps all events of a series up to a number. */
    record Acknowledge(Bytes series, long last) implements FromManager {
        public Acknowledge {
            if (series.size() != EventBatch.SERIES_SIZE_BYTES || last < 0) {
                throw new IllegalArgumentException("an acknowledgement is out of bounds");
            }
        }
    }

    /** Nothing is newer than what the reader said it has. */
    record Current() implements FromManager {}
}
