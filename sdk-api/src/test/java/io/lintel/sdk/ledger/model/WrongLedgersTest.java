package io.lintel.sdk.ledger.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.credit.CreditEffect;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.LedgerFixture;
import io.lintel.sdk.model.CredentialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Shows that the trial finds what it is there to find. */
class WrongLedgersTest {

    private static final int RUNS = 300;

    @TestFactory
    Stream<DynamicTest> trialCatchesEachWrongLedger() {
        return Stream.of(
                wrong("double spend", () -> new LedgerTrial(new WrongLedgers.DoubleSpend())),
                wrong("missed idempotency", () -> new LedgerTrial(new WrongLedgers.MissedIdempotency())),
                wrong("trial refunded", () -> new LedgerTrial(new WrongLedgers.TrialRefunded())),
                wrong("returned twice", () -> new LedgerTrial(new WrongLedgers.ReturnedTwice())),
                wrong("trial returned as paid", () -> new LedgerTrial(new WrongLedgers.TrialReturnedAsPaid())),
                wrong(
                        "refund of an active credential",
                        () -> new LedgerTrial(new LedgerFixture("Town hall", true), WrongLedgersTest::early)),
                wrong("skipped chain link", () -> new LedgerTrial(new WrongLedgers.SkippedLink())),
                wrong("lost entry", () -> new LedgerTrial(new WrongLedgers.LostEntry())));
    }

    @Test
    void sameRunsPassWithTheRightLedger() {
        assertTrue(failures(() -> new LedgerTrial(new LedgerFixture("Town hall", true))) == 0);
    }

    /** Gives back at once what was revoked, while the phone still opens doors. */
    private static CreditEffect early(CredentialState from, CredentialState to) {
        return to == CredentialState.REVOKE_PENDING
                ? CreditEffect.GIVE_BACK
                : CreditEffect.of(LedgerTrial.RULES, from, to);
    }

    private static DynamicTest wrong(String name, Supplier<LedgerTrial> trial) {
        return DynamicTest.dynamicTest(name, () -> assertTrue(failures(trial) > 0, "nobody noticed: " + name));
    }

    /** How many of the runs fail; always the same ones. */
    private static int failures(Supplier<LedgerTrial> trial) {
        int failures = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            try {
                trial.get().run(steps(new Random(seed)));
            } catch (AssertionError expected) {
                failures++;
            }
        }
        return failures;
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        Step.Kind[] kinds = Step.Kind.values();
        ConsumptionOrder[] orders = ConsumptionOrder.values();
        for (int i = 0; i < 60; i++) {
            steps.add(new Step(
                    kinds[random.nextInt(kinds.length)],
                    random.nextInt(Step.CUSTOMERS),
                    random.nextInt(1000),
                    1 + random.nextInt(9),
                    orders[random.nextInt(orders.length)]));
        }
        return steps;
    }
}
