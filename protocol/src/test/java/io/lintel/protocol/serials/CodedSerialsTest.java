package io.lintel.protocol.serials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodedSerialsTest {
    private static final long MAX = SerialSet.MAX_SERIAL;

    /** Octets that the number of entries takes at the most, in the sets of these tests. */
    private static final long VARINT = 3;

    /** Written out by hand from the specification's rules. */
    @ParameterizedTest
    @CsvSource({
        "1, '', RICE_GAPS, 0000",
        // Gap 2 under parameter 0: two zeros and a one.
        "1, '3', RICE_GAPS, 000120",
        "3, '3', RICE_GAPS, 000180",
        // Gaps 100, 300, 200 under 7: 0 1100100 takes its one first: 1 1100100, 001 0101100, 01 1001000.
        "1, '101 402 603', RICE_GAPS, 0703e42b1900",
        // A run of 200 from 11: gap 10 under 2 is 001 10, length less one, 199, under 7 is 01 1000111.
        "1, '11-210', RICE_RUNS, 020701331c",
        "4294967295, '4294967295', RICE_GAPS, 000180",
        // Gaps 0, 1, 1, 1, 1 and a far one, 3999999990, under 0: 1 01 01 01 01, 32 zeros, and the gap in 32 bits.
        "1, '1 3 5 7 9 4000000000', RICE_GAPS, 0006aa80000000773593fb00",
    })
    @Spec({"LIST-1-1", "LIST-1-2", "LIST-1-3", "LIST-1-4", "LIST-1.1-1"})
    void sets(long base, String serials, SerialCoding coding, String octets) {
        CodedSerials coded = CodedSerials.of(base, Serials.of(serials));
        assertEquals(octets, coded.octets().toHex());
        assertEquals(coding, coded.coding());
        assertEquals(Serials.of(serials), coded.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "RICE_GAPS, ''",
        "RICE_GAPS, 00",
        "RICE_RUNS, 0000",
        "RICE_GAPS, 0080",
        "RICE_GAPS, 008000",
        "RICE_GAPS, 00ffffffffff",
        "RICE_GAPS, 00ffffffff1f",
        "RICE_GAPS, 008080808001",
        "RICE_GAPS, 2000",
        "RICE_RUNS, 002000",
        "RICE_GAPS, 0001",
        "RICE_GAPS, 000100",
        "RICE_GAPS, 00010000000000000000000000",
        "RICE_GAPS, 1f0180",
        "RICE_GAPS, 0000aa",
        "RICE_GAPS, 000000",
        "RICE_GAPS, 00012000",
        "RICE_GAPS, 000121",
        "RICE_GAPS, 1f01600000000000",
        "RICE_GAPS, 1f017fffffff80",
        "RICE_RUNS, 001f0180ffffffff",
    })
    @Spec("LIST-1.2-3")
    void octetsThatAreNoSetAreRefused(SerialCoding coding, String octets) {
        assertThrows(IllegalArgumentException.class, () -> CodedSerials.read(2, coding, Bytes.ofHex(octets)));
    }

    @Test
    void serialsBelowTheBaseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> CodedSerials.of(3, SerialSet.of(2)));
        assertThrows(IllegalArgumentException.class, () -> CodedSerials.of(0, SerialSet.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> CodedSerials.of(MAX + 1, SerialSet.EMPTY));
    }

    @Test
    @Spec("LIST-1.2-2")
    void whatNoListHasRoomForIsRefused() {
        SerialSet odd =
                SerialSet.of(LongStream.range(0, 1 << 21).map(i -> 3 * i + 1).toArray());
        assertThrows(IllegalArgumentException.class, () -> CodedSerials.of(1, odd));
        assertThrows(
                IllegalArgumentException.class,
                () -> CodedSerials.read(
                        1, SerialCoding.RICE_GAPS, Bytes.copyOf(new byte[CodedSerials.MAX_SIZE_BYTES + 1])));
    }

    @Property
    void decodedIsWhatWasEncoded(@ForAll("sets") SerialSet set, @ForAll @LongRange(min = 1, max = MAX) long base) {
        SerialSet kept = set.from(base);
        CodedSerials coded = CodedSerials.of(base, kept);
        assertEquals(kept, coded.toSet());
        assertEquals(kept.size(), coded.size());
        assertEquals(coded, CodedSerials.read(base, coded.coding(), coded.octets()));
    }

    @Property
    @Spec("LIST-1.3-1")
    void lookUpAgreesWithTheSet(@ForAll("sets") SerialSet set, @ForAll Random random) {
        CodedSerials coded = CodedSerials.of(1, set);
        for (RunCursor runs = set.runs(); runs.advance(); ) {
            for (long serial : new long[] {runs.first() - 1, runs.first(), runs.last(), runs.last() + 1}) {
                assertEquals(set.contains(serial), coded.contains(serial));
            }
        }
        for (int i = 0; i < 100; i++) {
            long serial = random.nextInt() & MAX;
            assertEquals(set.contains(serial), coded.contains(serial));
        }
        for (long none : new long[] {Long.MIN_VALUE, -1, 0, MAX + 1, Long.MAX_VALUE}) {
            assertFalse(coded.contains(none));
        }
    }

    /** Neither the other coding nor any other parameter would have been smaller. */
    @Property(tries = 50)
    @Spec("LIST-1.2-1")
    void noOtherWayIsSmaller(
            @ForAll("sets") SerialSet set,
            @ForAll @IntRange(max = RiceCost.MAX_PARAMETER) int gap,
            @ForAll @IntRange(max = RiceCost.MAX_PARAMETER) int length) {
        long runBits = 0;
        long gapBits = 0;
        long end = 0;
        for (RunCursor runs = set.runs(); runs.advance(); end = runs.last()) {
            long more = runs.last() - runs.first();
            runBits += rice(runs.first() - end - (end == 0 ? 1 : 2), gap) + rice(more, length);
            gapBits += rice(runs.first() - end - 1, gap) + more * (1L + gap);
        }
        long bits = 8L * CodedSerials.of(1, set).octets().size();
        assertTrue(bits <= 8 * (2 + VARINT) + runBits + 7);
        assertTrue(bits <= 8 * (1 + VARINT) + gapBits + 7);
    }

    private static long rice(long value, int parameter) {
        return value >>> parameter < 32 ? (value >>> parameter) + 1 + parameter : 64;
    }

    /** A changed octet is another set or none, never the same one: the signature over it can tell nothing more. */
    @Property(tries = 200)
    void changedOctetIsAnotherSetOrNone(
            @ForAll("sets") SerialSet set,
            @ForAll @IntRange(max = 1 << 16) int where,
            @ForAll @IntRange(min = 1, max = 255) int by) {
        CodedSerials coded = CodedSerials.of(1, set);
        byte[] octets = coded.octets().toByteArray();
        octets[where % octets.length] ^= (byte) by;
        try {
            CodedSerials other = CodedSerials.read(1, coded.coding(), Bytes.copyOf(octets));
            assertNotEquals(coded, other);
        } catch (IllegalArgumentException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    @Provide
    static Arbitrary<SerialSet> sets() {
        return Serials.sets();
    }
}
