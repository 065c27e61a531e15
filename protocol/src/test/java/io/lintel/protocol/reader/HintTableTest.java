package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HintTableTest {
    private static final int STEPS = 3;

    /** Hints that end alike in all bits that the table keeps, in as many as it may have places, and nowhere in particular; 0 is one as well. */
    private static final long[] HINTS = LongStream.range(0, 24)
            .flatMap(i -> LongStream.of(i << 40, -1 - (i << 40), i << 20, i * 0x9E3779B97F4A7C15L))
            .distinct()
            .toArray();

    private Map<Long, Integer> expected = new HashMap<>();
    private HintTable table = tableOf(expected);

    /** As a map of the platform does, whatever meets in one place. */
    @Property
    void findsWhatWasAddedAndNotRemoved(@ForAll long seed) {
        Random random = new Random(seed);
        expected = new HashMap<>(); // an instance serves all tries
        table = tableOf(expected);
        for (int i = 0; i < 300; i++) {
            long hint = HINTS[random.nextInt(HINTS.length)];
            if (random.nextInt(5) < 3) {
                add(hint, random.nextInt(STEPS));
            } else {
                remove(hint);
            }
            assertEquals(expected.size(), table.size());
            for (long each : HINTS) {
                assertEquals(expected.getOrDefault(each, HintTable.NONE), table.get(each));
            }
        }
    }

    @Test
    void aHintThatIsTakenStaysWithItsStep() {
        add(7, 0);
        table.putIfAbsent(7, 1);

        assertEquals(0, table.get(7));
        assertEquals(1, table.size());
    }

    @Test
    void aHintOfAnotherStepIsNotRemoved() {
        add(7, 0);
        table.remove(7, 1);
        table.remove(7 + 16, 0);

        assertEquals(0, table.get(7));
        assertEquals(HintTable.NONE, table.get(7 + 16));
    }

    private static HintTable tableOf(Map<Long, Integer> steps) {
        return new HintTable((hint, step) -> Integer.valueOf(step).equals(steps.get(hint)));
    }

    private void add(long hint, int step) {
        if (!expected.containsKey(hint)) {
            table.putIfAbsent(hint, step);
            expected.put(hint, step);
        }
    }

    private void remove(long hint) {
        Integer step = expected.remove(hint);
        if (step != null) {
            table.remove(hint, step);
        }
    }
}
