package io.lintel.protocol.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OsdpCardDataTest {
    @Test
    void laysOutReaderFormatBitCountAndLeftAlignedBits() {
        // 26 bits: 10111101 10001000 11101011 10 and six zeros; 26 is 1a 00 little-endian.
        BitString card = WiegandFormat.H10301.encode(123, 4567);
        assertEquals("5000011a00bd88eb80", OsdpCardData.wiegand(0, card).reply().toHex());
        assertEquals(
                "5001001a00bd88eb80",
                new OsdpCardData(1, OsdpCardData.Format.UNSPECIFIED, card)
                        .reply()
                        .toHex());
    }

    @Test
    void fillsTheLastOctetOfLongerFormatsWithZeros() {
        // 34 bits: 1 1000100111010100 0001101110000001 1 and six zeros
        BitString card = WiegandFormat.H10306.encode(0x89D4, 0x1B81);
        assertEquals(
                "5000012200c4ea0dc0c0", OsdpCardData.wiegand(0, card).reply().toHex());
    }

    @Property
    void leftAlignedBitsReadBackInOrder(@ForAll long any, @ForAll @IntRange(min = 1, max = 63) int size) {
        BitString bits = new BitString(any & ((1L << size) - 1), size);
        Bytes octets = bits.leftAligned();
        assertEquals((size + 7) / 8, octets.size());
        for (int i = 0; i < octets.size() * 8; i++) {
            int expected = i < size ? bits.bit(i) : 0;
            assertEquals(expected, (octets.unsigned(i / 8) >> (7 - i % 8)) & 1);
        }
    }

    @Test
    void refusesWhatHasNoRoom() {
        BitString card = new BitString(1, 1);
        assertThrows(IllegalArgumentException.class, () -> OsdpCardData.wiegand(256, card));
        assertThrows(IllegalArgumentException.class, () -> OsdpCardData.wiegand(-1, card));
        assertThrows(IllegalArgumentException.class, () -> new BitString(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new BitString(-1, 63));
        assertThrows(IllegalArgumentException.class, () -> new BitString(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new BitString(0, 64));
        assertThrows(IndexOutOfBoundsException.class, () -> card.bit(1));
        assertThrows(IndexOutOfBoundsException.class, () -> card.bit(-1));
    }

    @Test
    void printsNoCardData() {
        OsdpCardData reply = OsdpCardData.wiegand(0, WiegandFormat.H10301.encode(123, 4567));
        assertFalse(reply.toString().contains("4567"));
        assertFalse(reply.toString().contains(Long.toString(reply.card().value())));
    }
}
