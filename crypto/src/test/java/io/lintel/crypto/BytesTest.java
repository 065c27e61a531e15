package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Property
    void hexIsReadBackAsWritten(@ForAll byte[] octets) {
        Bytes bytes = Bytes.copyOf(octets);
        assertEquals(bytes, Bytes.ofHex(bytes.toHex()));
        assertEquals(bytes.hashCode(), Bytes.ofHex(bytes.toHex()).hashCode());
        assertEquals(bytes.toHex(), bytes.toString());
    }

    @Property
    void orderIsThatOfUnsignedOctets(@ForAll byte[] left, @ForAll byte[] right) {
        int order = Bytes.copyOf(left).compareTo(Bytes.copyOf(right));
        assertEquals(Integer.signum(Arrays.compareUnsigned(left, right)), Integer.signum(order));
        assertEquals(order == 0, Bytes.copyOf(left).equals(Bytes.copyOf(right)));
        assertEquals(order == 0, Bytes.copyOf(left).constantTimeEquals(Bytes.copyOf(right)));
    }

    @Property
    void slicesPutTogetherGiveTheWhole(@ForAll byte[] octets, @ForAll int place) {
        Bytes whole = Bytes.copyOf(octets);
        int cut = Math.floorMod(place, octets.length + 1);
        Bytes front = whole.slice(0, cut);
        assertEquals(whole, Bytes.concat(front, whole.slice(cut, whole.size())));
        assertTrue(whole.startsWith(front));
    }

    @Test
    void arraysOfTheCallerAreCopiedOnTheWayInAndOut() {
        byte[] source = {1, 2, 3};
        Bytes bytes = Bytes.copyOf(source);
        source[0] = 9;
        bytes.toByteArray()[1] = 9;
        assertEquals(Bytes.of(1, 2, 3), bytes);
    }

    @Test
    void rangesOutsideAreRefused() {
        Bytes bytes = Bytes.of(1, 2, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(2, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.slice(-1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> Bytes.copyOf(new byte[4], 2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> bytes.copyTo(new byte[4], 2));
    }

    @Test
    void onlyOctetsAndHexDigitsAreTaken() {
        assertEquals(255, Bytes.of(255).unsigned(0));
        assertEquals(-1, Bytes.of(255).get(0));
        assertThrows(IllegalArgumentException.class, () -> Bytes.of(256));
        assertThrows(IllegalArgumentException.class, () -> Bytes.of(-1));
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("abc"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.ofHex("zz"));
    }

    @Test
    void aLongerSequenceIsNoPrefix() {
        assertFalse(Bytes.of(1).startsWith(Bytes.of(1, 2)));
        assertNotEquals(Bytes.of(1), Bytes.of(1, 0));
        assertTrue(Bytes.EMPTY.isEmpty());
    }
}
