package io.lintel.sdk.ledger.model;

import io.lintel.sdk.ledger.ConsumptionOrder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One command of a trial. Which credential, which earlier transfer it means is counted from what there is when it is done.
 *
 * @param kind what to do
 * @param customer 0 to {@value #CUSTOMERS} - 1; its distributor is the number's remainder by {@value #DISTRIBUTORS}
 * @param pick chooses a credential or an earlier transfer
 * @param credits how many
 * @param order which bucket pays first
 */
record Step(Kind kind, int customer, int pick, long credits, ConsumptionOrder order) {

    static final int DISTRIBUTORS = 2;
    static final int CUSTOMERS = 4;

    /** What can happen to credit. */
    enum Kind {
        PURCHASE,
        CORRECT,
        GRANT,
        PASS_ON,
        TAKE_BACK,
        ISSUE,
        RESERVE,
        RESTORE,
        ACTIVATE,
        REVOKE,
        CONFIRM,
        LOSE,
        REPEAT,
        CONFLICT
    }

    int distributor() {
        return customer % DISTRIBUTORS;
    }

    /** Lists of steps, of one length, so that a property's number of tries says how many steps it does. */
    static Arbitrary<List<Step>> lists(int length) {
        return step().list().ofSize(length);
    }

    private static Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, CUSTOMERS - 1),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.of(ConsumptionOrder.class))
                .as(Step::new);
    }
}
