package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecencyTest {
    private static final int NUMBERS = 100;

    /** As a set of the platform that what is used leaves and enters again. */
    @Property
    void keepsTheOrderOfUseWhileItGrows(@ForAll long seed) {
        Random random = new Random(seed);
        Recency recency = new Recency();
        Set<Integer> expected = new LinkedHashSet<>();
        for (int i = 0; i < 400; i++) {
            int number = random.nextInt(1 + Math.min(NUMBERS - 1, i));
            if (!expected.contains(number)) {
                recency.add(number);
                expected.add(number);
            } else if (random.nextInt(4) == 0) {
                recency.remove(number);
                expected.remove(number);
            } else {
                recency.use(number);
                expected.remove(number);
                expected.add(number);
            }
            assertEquals(List.copyOf(expected), oldestFirst(recency));
        }
    }

    private static List<Integer> oldestFirst(Recency recency) {
        List<Integer> all = new ArrayList<>();
        for (int number = recency.oldest(); number != Recency.NONE; number = recency.next(number)) {
            all.add(number);
        }
        return all;
    }
}
