package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.OpenerHeader;
import org.junit.jupiter.api.Test;

class TrialTest {
    @Test
    void octetsThatCannotBeReadFailTheCaseUnderItsNumber() {
        for (Bytes opener : new Bytes[] {Bytes.EMPTY, Bytes.of(1, 1, 1, 0, 0), Bytes.copyOf(new byte[86])}) {
            CaseResult result = trial(OpenerHeader::decode).run(opener);
            assertEquals("TAP-4.1-13", result.number());
            assertEquals(Outcome.FAILED, result.outcome());
        }
        CaseResult result = trial(octets -> octets.slice(29, 61)).run(Bytes.of(1));
        assertEquals(Outcome.FAILED, result.outcome());
    }

    @Test
    void aDefectOfTheKitIsNoFaultOfTheOtherSide() {
        Trial<Bytes> defect = trial(octets -> {
            throw new IllegalStateException("the run was interrupted");
        });
        assertThrows(IllegalStateException.class, () -> defect.run(Bytes.EMPTY));
    }

    private static Trial<Bytes> trial(Trial.Script<Bytes> script) {
        return new Trial<>("trial", "TAP-4.1-13", "octets", script);
    }
}
