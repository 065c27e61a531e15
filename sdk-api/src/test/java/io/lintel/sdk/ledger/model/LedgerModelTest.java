package io.lintel.sdk.ledger.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lintel.sdk.ledger.Ledger;
import io.lintel.sdk.ledger.LedgerFixture;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.TransferResult;
import io.lintel.testing.Requirement;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerModelTest {

    /** 300 runs of 100 steps each. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Requirement({"CRD-31", "CRD-33", "CRD-34", "CRD-35"})
    void ledgerDoesWhatTheNaiveModelDoesAndTheVerifierAgrees(@ForAll("steps") List<Step> steps) {
        new LedgerTrial(new LedgerFixture("Town hall", true)).run(steps);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void decidingTogetherIsTheSameAsDecidingOneByOne(@ForAll("steps") List<Step> steps) {
        LedgerFixture oneByOne = new LedgerFixture("Town hall", true);
        LedgerTrial trial = new LedgerTrial(oneByOne);
        trial.run(steps);

        Ledger.Outcome together = Ledger.apply(LedgerState.EMPTY, trial.posted());

        assertEquals(oneByOne.state(), together.state());
        together.results().forEach(result -> assertInstanceOf(TransferResult.Posted.class, result));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Step.lists(100);
    }
}
