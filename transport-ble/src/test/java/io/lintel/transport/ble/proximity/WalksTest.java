package io.lintel.transport.ble.proximity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand walks for each kind of noise: how often the wrong door opens, beside the strongest last sample on the same walks. */
final class WalksTest {
    private static final int WALKS = 10_000;

    @ParameterizedTest
    @EnumSource(Noise.class)
    @Requirement({"ONE-02", "RDR-09"})
    void theWrongDoorOpensAtMostATenthAsOftenAsWithTheStrongestLastSample(Noise noise) {
        int naiveWrong = 0;
        int naiveRight = 0;
        int wrong = 0;
        int right = 0;
        int unclear = 0;
        int nothing = 0;
        List<Duration> took = new ArrayList<>();
        for (long seed = 0; seed < WALKS; seed++) {
            Walk walk = Walk.of(noise, seed);
            int naive = walk.strongestLastSample();
            naiveRight += naive == walk.target() ? 1 : 0;
            naiveWrong += naive >= 0 && naive != walk.target() ? 1 : 0;
            Walk.Decided decided = walk.oneTap();
            assertFalse(decided.choice() instanceof Choice.Wait, "a gesture without an end");
            if (decided.choice() instanceof Choice.Open<Integer> open) {
                boolean meant = open.reader() == walk.target();
                right += meant ? 1 : 0;
                wrong += meant ? 0 : 1;
                took.add(decided.took());
            } else if (decided.choice() instanceof Choice.Unclear) {
                unclear++;
            } else {
                nothing++;
            }
        }
        Collections.sort(took);
        System.out.printf(
                "%-10s strongest last sample: right %.2f %%, wrong %.2f %% | one tap: right %.2f %%, wrong %.2f %%,"
                        + " asks %.2f %%, none in range %.2f %%, median %d ms, 95 of 100 within %d ms%n",
                noise,
                percent(naiveRight),
                percent(naiveWrong),
                percent(right),
                percent(wrong),
                percent(unclear),
                percent(nothing),
                took.get(took.size() / 2).toMillis(),
                took.get(took.size() * 95 / 100).toMillis());

        assertTrue(wrong * 10 <= naiveWrong, wrong + " wrong doors, and " + naiveWrong + " by the last sample");
        assertTrue(right * 10 >= WALKS * 8, "of ten gestures eight open the door, not " + right + " in " + WALKS);
    }

    private static double percent(int count) {
        return 100.0 * count / WALKS;
    }
}
