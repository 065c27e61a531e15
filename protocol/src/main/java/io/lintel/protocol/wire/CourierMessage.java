package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Receipt;
import java.util.Arrays;
import java.util.Optional;

/**
 * What courier and reader say to each other behind an answer, each in one {@link Traffic} ({@code spec/revocation.md},
 * "Couriers"). The phone sends {@link Offer}, {@link Part} and {@link ReceiptRequest}, the reader {@link Want} and {@link
 * ReceiptGiven}.
 */
public sealed interface CourierMessage {
    /** The octets of every part of something but the last. */
    int PART_SIZE = 255;

    /** Returns the traffic that carries this. */
    Traffic encode();

    /**
     * The phone has a newer list.
     *
     * @param head its signed head, not verified, 1 to {@link ListHead#MAX_SIGNED_SIZE_BYTES} octets
     * @param delta a delta that gives it, if the phone has one
     */
    record Offer(Bytes head, Optional<OfferedDelta> delta) implements CourierMessage {
        private static final int TYPE = 16;
        private static final int SIZE_END = 2;
        private static final int BASE_END = SIZE_END + 32;
        private static final Bytes NO_DELTA = Bytes.copyOf(new byte[BASE_END]);

        @Override
        public Traffic encode() {
            Bytes front = delta.map(offered -> Bytes.concat(BigEndian.u16(offered.size()), offered.base()))
                    .orElse(NO_DELTA);
            return new Traffic(TYPE, Bytes.concat(front, head));
        }

        private static Offer decode(Bytes body) {
            int headSize = body.size() - BASE_END;
            MalformedException.unless(headSize >= 1 && headSize <= ListHead.MAX_SIGNED_SIZE_BYTES, "offer size");
            int size = BigEndian.readU16(body, 0);
            MalformedException.unless(size != 0 || body.startsWith(NO_DELTA), "base of no delta");
            Optional<OfferedDelta> delta =
                    size == 0 ? Optional.empty() : Optional.of(new OfferedDelta(size, body.slice(SIZE_END, BASE_END)));
            return new Offer(body.slice(BASE_END, body.size()), delta);
        }
    }

    /**
     * A delta that a courier has.
     *
     * @param size its octets, 1 to 65535
     * @param base the SHA-256 of the signed list that it applies to
     */
    record OfferedDelta(int size, Bytes base) {}

    /**
     * The reader asks for something that was offered, or says that it wants nothing more.
     *
     * @param what what it asks for
     * @param chunk which chunk, 0 to 65535; 0 where it asks for none
     */
    record Want(Wanted what, int chunk) implements CourierMessage {
        private static final int TYPE = 17;
        private static final int SIZE = 3;

        /** The reader wants nothing more. */
        public static final Want NOTHING = new Want(Wanted.NOTHING, 0);

        @Override
        public Traffic encode() {
            return new Traffic(TYPE, Bytes.concat(Bytes.of(what.code), BigEndian.u16(chunk)));
        }

        private static Want decode(Bytes body) {
            MalformedException.unless(body.size() == SIZE, "want size");
            int what = body.unsigned(0);
            Wanted wanted = Wanted.ofCode(what).orElseThrow(() -> new MalformedException("unknown want"));
            Want want = new Want(wanted, BigEndian.readU16(body, 1));
            MalformedException.unless(want.what == Wanted.CHUNK || want.chunk == 0, "number of no chunk");
            return want;
        }
    }

    /** What a reader asks for. */
    enum Wanted {
        NOTHING(0),
        DELTA(1),
        TABLE(2),
        CHUNK(3);

        private final int code;

        Wanted(int code) {
            this.code = code;
        }

        private static Optional<Wanted> ofCode(int code) {
            return Arrays.stream(values()).filter(wanted -> wanted.code == code).findFirst();
        }
    }

    /** The next octets of what the reader asked for: {@value #PART_SIZE} of them, in the last part the rest. */
    record Part(Bytes octets) implements CourierMessage {
        private static final int TYPE = 18;

        @Override
        public Traffic encode() {
            return new Traffic(TYPE, octets);
        }
    }

    /** The phone asks for a receipt. */
    record ReceiptRequest() implements CourierMessage {
        private static final int TYPE = 19;

        @Override
        public Traffic encode() {
            return new Traffic(TYPE, Bytes.EMPTY);
        }
    }

    /**
     * The reader gives a receipt, when asked or when it has put the offered list in force.
     *
     * @param receipt signed, not verified, 1 to {@link Receipt#MAX_SIGNED_SIZE_BYTES} octets
     */
    record ReceiptGiven(Bytes receipt) implements CourierMessage {
        private static final int TYPE = 20;

        @Override
        public Traffic encode() {
            return new Traffic(TYPE, receipt);
        }
    }

    /** Returns what a traffic carries, or nothing for the types of others. */
    static Optional<CourierMessage> decode(Traffic traffic) {
        Bytes body = traffic.body();
        return switch (traffic.type()) {
            case Offer.TYPE -> Optional.of(Offer.decode(body));
            case Want.TYPE -> Optional.of(Want.decode(body));
            case Part.TYPE -> {
                MalformedException.unless(!body.isEmpty(), "part size");
                yield Optional.of(new Part(body));
            }
            case ReceiptRequest.TYPE -> {
                MalformedException.unless(body.isEmpty(), "receipt request has no body");
                yield Optional.of(new ReceiptRequest());
            }
            case ReceiptGiven.TYPE -> {
                MalformedException.unless(
                        !body.isEmpty() && body.size() <= Receipt.MAX_SIGNED_SIZE_BYTES, "receipt size");
                yield Optional.of(new ReceiptGiven(body));
            }
            default -> Optional.empty();
        };
    }
}
