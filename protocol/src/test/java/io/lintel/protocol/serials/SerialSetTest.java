package io.lintel.protocol.serials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SerialSetTest {
    private static final long MAX = SerialSet.MAX_SERIAL;

    @Property
    void agreesWithASetOfNumbers(
            @ForAll Set<@LongRange(min = 1, max = 60) Long> left,
            @ForAll Set<@LongRange(min = 1, max = 60) Long> right,
            @ForAll @LongRange(min = 1, max = 70) long least) {
        SerialSet one = SerialSet.of(left);
        SerialSet other = SerialSet.of(right);
        assertSame(left, one);
        Set<Long> union = new TreeSet<>(left);
        union.addAll(right);
        assertSame(union, one.union(other));
        Set<Long> minus = new TreeSet<>(left);
        minus.removeAll(right);
        assertSame(minus, one.minus(other));
        Set<Long> from = new TreeSet<>(left);
        from.removeIf(serial -> serial < least);
        assertSame(from, one.from(least));
    }

    private static void assertSame(Set<Long> expected, SerialSet set) {
        assertArrayEquals(
                expected.stream().sorted().mapToLong(Long::longValue).toArray(),
                set.stream().toArray());
        assertEquals(expected.size(), set.size());
        assertEquals(SerialSet.of(expected), set);
        assertEquals(SerialSet.of(expected).hashCode(), set.hashCode());
        for (long serial = 0; serial < 72; serial++) {
            assertEquals(expected.contains(serial), set.contains(serial));
        }
    }

    @Test
    void highestSerialsAreNumbersAsAnyOther() {
        SerialSet set = Serials.of("1 " + (MAX - 2) + "-" + MAX);
        assertTrue(set.contains(MAX));
        assertFalse(set.contains(-1));
        assertFalse(set.contains(MAX + 1));
        assertEquals(4, set.size());
        assertEquals(SerialSet.of(1), set.minus(Serials.of("2-" + MAX)));
        assertEquals(set, set.union(set));
        assertEquals("SerialSet[4]", set.toString());
    }

    @Test
    void numbersThatAreNoSerialAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SerialSet.of(0));
        assertThrows(IllegalArgumentException.class, () -> SerialSet.of(MAX + 1));
    }

    @Test
    void wholeRangeTakesOneRun() {
        SerialSet all = Serials.of("1-" + MAX);
        assertEquals(MAX, all.size());
        assertEquals(SerialSet.EMPTY, all.minus(all));
        assertEquals(SerialCoding.RICE_RUNS, CodedSerials.of(1, all).coding());
        assertEquals(12, CodedSerials.of(1, all).octets().size());
    }
}
