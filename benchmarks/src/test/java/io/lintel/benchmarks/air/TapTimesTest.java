package io.lintel.benchmarks.air;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.air.OurTaps.Kind;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.RadioFaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated, so the same on every machine. */
class TapTimesTest {
    private static final Duration INTERVAL = Duration.ofMillis(15);

    /** What real taps take on the same simulator, by the table that the Bluetooth transport's test holds. */
    @ParameterizedTest
    @CsvSource({
        "FAST, 23, 135",
        "FAST, 185, 45",
        "COLD_REFERENCE, 23, 210",
        "COLD_REFERENCE, 185, 45",
        "COLD_WHOLE, 23, 330",
        "COLD_WHOLE, 185, 60"
    })
    void lengthsAloneTakeAsLongAsTaps(Kind kind, int mtu, long millis) {
        TapTimes times = simulate(kind, mtu, 1, 0, 1);

        assertEquals(Optional.of(Duration.ofMillis(millis)), times.percentile(50));
    }

    @ParameterizedTest
    @CsvSource({
        "FAST, 23, 1, 0.1",
        "FAST, 185, 1, 0.3",
        "COLD_WHOLE, 23, 1, 0.3",
        "COLD_WHOLE, 23, 4, 0.3",
        "COLD_WHOLE, 185, 4, 0.1"
    })
    void theFormulaIsTheSimulatorsMean(Kind kind, int mtu, int perEvent, double loss) {
        TapTimes times = simulate(kind, mtu, perEvent, loss, 4000);

        double formula = AirFormula.meanMillis(
                OurTaps.record(Suite.X25519, kind), mtu, INTERVAL, perEvent, loss, Computing.NEGLIGIBLE);

        assertEquals(0, times.lost());
        assertEquals(1, times.meanMillis() / formula, 0.02);
    }

    @Test
    void whatIsLostIsLate() {
        TapTimes times = simulate(Kind.FAST, 185, 1, 0.3, 500);

        assertTrue(times.percentile(99)
                        .orElseThrow()
                        .compareTo(times.percentile(50).orElseThrow())
                > 0);
    }

    @Test
    void aConnectionThatIsLostNeverEnds() {
        RadioConditions lost = new RadioConditions(
                Transport.BLE_GATT, INTERVAL, 1, 185, Duration.ZERO, new RadioFaults(0, 1, 0, 0, 0));
        TapTimes times = TapTimes.simulate(OurTaps.record(Suite.X25519, Kind.FAST), lost, Computing.NEGLIGIBLE, 10);

        assertEquals(10, times.lost());
        assertEquals(Optional.empty(), times.percentile(50));
    }

    @Test
    void aReaderThatComputesIsLateByAsMuch() {
        Conversation tap = OurTaps.record(Suite.X25519, Kind.COLD_REFERENCE);
        Computing slow = new Computing(List.of(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(40)));
        TapTimes times = TapTimes.simulate(
                tap,
                new RadioConditions(Transport.BLE_GATT, INTERVAL, 1, 185, Duration.ZERO, RadioFaults.NONE),
                slow,
                1);

        assertEquals(Optional.of(Duration.ofMillis(45 + 30)), times.percentile(50));
        assertEquals(75, AirFormula.meanMillis(tap, 185, INTERVAL, 1, 0, slow), 0.001);
    }

    private static TapTimes simulate(Kind kind, int mtu, int perEvent, double loss, int seeds) {
        RadioConditions conditions =
                new RadioConditions(Transport.BLE_GATT, INTERVAL, perEvent, mtu, Duration.ZERO, RadioFaults.air(loss));
        return TapTimes.simulate(OurTaps.record(Suite.X25519, kind), conditions, Computing.NEGLIGIBLE, seeds);
    }
}
