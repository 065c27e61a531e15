package io.lintel.protocol.serials;

import io.lintel.crypto.Bytes;

/** Writes octets and then bits, the most significant first; the last octet is filled with zeros. */
final class BitWriter {
    private final byte[] octets;
    private int position;

    /** Writes exactly so many octets. */
    BitWriter(int size) {
        this.octets = new byte[size];
    }

    void octet(int value) {
        octets[position >>> 3] = (byte) value;
        position += Byte.SIZE;
    }

    /** Writes the low bits of a value. */
    void bits(long value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            octets[position >>> 3] |= (byte) ((value >>> bit & 1) << (7 - (position & 7)));
            position++;
        }
    }

    /** Writes a value by Rice's code: its high part as so many zeros and a one, then its low bits; a far one whole. */
    void rice(long value, int parameter) {
        long high = value >>> parameter;
        if (high < RiceCost.ESCAPE) {
            position += (int) high;
            bits(1, 1);
            bits(value, parameter);
        } else {
            position += RiceCost.ESCAPE;
            bits(value, RiceCost.WHOLE_BITS);
        }
    }

    Bytes written() {
        return Bytes.copyOf(octets);
    }
}
