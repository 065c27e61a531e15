package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import java.util.Optional;

/**
 * The octet in front of each GATT packet ({@code spec/ble.md} 4.1).
 *
 * @param mark what the packet is of its message
 * @param sequence the packet's number in its direction, modulo 32
 */
record GattHeader(Mark mark, int sequence) {
    static final int SIZE_OCTETS = 1;

    private static final int FIRST = 0x80;
    private static final int LAST = 0x40;
    private static final int END = 0x20;
    private static final int SEQUENCE = 0x1F;

    /** What a packet is of its message. */
    enum Mark {
        FIRST(GattHeader.FIRST),
        MIDDLE(0),
        LAST(GattHeader.LAST),
        WHOLE(GattHeader.FIRST | GattHeader.LAST),
        /** No part of a message: the end of the channel, with its reason. */
        END(GattHeader.END);

        private final int bits;

        Mark(int bits) {
            this.bits = bits;
        }

        boolean begins() {
            return this == FIRST || this == WHOLE;
        }

        boolean completes() {
            return this == LAST || this == WHOLE;
        }
    }

    static GattHeader ofData(boolean first, boolean last, int sequence) {
        Mark part = last ? Mark.LAST : Mark.MIDDLE;
        return new GattHeader(first ? (last ? Mark.WHOLE : Mark.FIRST) : part, sequence);
    }

    static GattHeader ofEnd(int sequence) {
        return new GattHeader(Mark.END, sequence);
    }

    /** The header that an octet is; empty for marks that do not go together. */
    static Optional<GattHeader> parse(int octet) {
        int bits = octet & ~SEQUENCE;
        for (Mark mark : Mark.values()) {
            if (mark.bits == bits) {
                return Optional.of(new GattHeader(mark, octet & SEQUENCE));
            }
        }
        return Optional.empty();
    }

    static int after(int sequence) {
        return (sequence + 1) & SEQUENCE;
    }

    Bytes encoded() {
        return Bytes.of(mark.bits | sequence);
    }
}
