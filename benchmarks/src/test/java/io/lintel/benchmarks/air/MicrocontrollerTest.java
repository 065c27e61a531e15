package io.lintel.benchmarks.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.air.OurTaps.Kind;
import io.lintel.benchmarks.floor.Call;
import io.lintel.benchmarks.floor.Call.Primitive;
import io.lintel.crypto.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MicrocontrollerTest {
    @Test
    void cyclesAreThoseThatWerePublished() {
        assertEquals(
                548_873 + 906_000,
                Microcontroller.cycles(Suite.X25519, List.of(Call.of(Primitive.AGREEMENT)))
                        + Microcontroller.cycles(Suite.P256, List.of(Call.of(Primitive.AGREEMENT))));
        // 76.60 us to finish and 64 octets of 1.15 us, at 84 MHz
        assertEquals(12_617, Microcontroller.cycles(Suite.X25519, List.of(Call.of(Primitive.HASH, 64))));
    }

    /** Three agreements make a cold decision; a whole credential adds a signature to check. */
    @ParameterizedTest
    @EnumSource
    void aColdDecisionCostsItsAgreementsAndAFastOneNone(Suite suite) {
        long agreements = 3 * Microcontroller.cycles(suite, List.of(Call.of(Primitive.AGREEMENT)));
        long cold = Microcontroller.decision(suite, Kind.COLD_REFERENCE);
        long whole = Microcontroller.decision(suite, Kind.COLD_WHOLE);

        assertTrue(cold > agreements);
        assertTrue(whole > cold + 976_000);
        assertTrue(Microcontroller.decision(suite, Kind.FAST) * 5 < cold);
    }
}
