package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Shows that the trial finds what it is there to find. */
@Tag("long")
class WrongLifecyclesTest {

    private static final int MOST_RUNS = 40;
    private static final int STEPS = 120;
    private static final LifecycleGrounds GROUNDS = new LifecycleGrounds();

    @AfterAll
    static void close() {
        GROUNDS.close();
    }

    @TestFactory
    Stream<DynamicTest> trialCatchesEachWrongLifecycle() {
        return Stream.of(
                wrong("refund of an active credential", WrongLifecycles.RefundOfAnActiveCredential::new),
                wrong("restoration without charge", WrongLifecycles.RestorationWithoutCharge::new),
                wrong("loss that forfeits nothing", WrongLifecycles.LossThatForfeitsNothing::new),
                wrong("code redeemed twice", WrongLifecycles.CodeRedeemedTwice::new),
                wrong("old code stays good", WrongLifecycles.OldCodeStaysGood::new),
                wrong("revocation for anybody", WrongLifecycles.RevocationForAnybody::new),
                wrong("denied half way", WrongLifecycles.DeniedHalfWay::new),
                wrong("deletion while pending", WrongLifecycles.DeletionWhilePending::new),
                wrong("confirmation by a phone that holds it", WrongLifecycles.ConfirmationByAPhoneThatHoldsIt::new),
                wrong("credential of nobody", WrongLifecycles.CredentialOfNobody::new),
                wrong("command done twice", WrongLifecycles.CommandDoneTwice::new));
    }

    /** The very runs that the faults are found in. */
    @TestFactory
    Stream<DynamicTest> sameRunsPassWithTheRightLifecycle() {
        return Stream.of(LifecycleProduct.STID_BLUE, LifecycleProduct.LINTEL)
                .map(product -> DynamicTest.dynamicTest(product.toString(), () -> {
                    for (int seed = 0; seed < MOST_RUNS / 4; seed++) {
                        assertFalse(fails(LifecycleSubject::new, product, seed));
                    }
                }));
    }

    private static DynamicTest wrong(String name, Function<LifecycleGround, LifecycleSubject> subject) {
        return DynamicTest.dynamicTest(name, () -> {
            boolean caught = false;
            for (int seed = 0; seed < MOST_RUNS && !caught; seed++) {
                caught = fails(subject, LifecycleProduct.LINTEL, seed);
            }
            assertTrue(caught, "nobody noticed: " + name);
        });
    }

    private static boolean fails(
            Function<LifecycleGround, LifecycleSubject> subject, LifecycleProduct product, int seed) {
        try (LifecycleGround ground = GROUNDS.fresh(product)) {
            new LifecycleTrial(subject.apply(ground), product).run(LifecycleStep.list(STEPS, seed));
            return false;
        } catch (AssertionError expected) {
            return true;
        }
    }
}
