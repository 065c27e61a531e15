package io.lintel.transport.ble.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Repository;
import io.lintel.transport.ble.netty.SimulatedTap.Outcome;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.RadioFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of air times in {@code docs/benchmarks.md}: simulated, so the same on every machine. */
final class TapTimesTest {
    @Test
    void theTableInTheDocumentationIsWhatTheSimulatorMeasures() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs").resolve("benchmarks.md"));
        for (int millis : new int[] {15, 30, 45}) {
            for (int mtu : new int[] {23, 185, 247}) {
                String row = row(millis, mtu);
                assertTrue(page.contains(row), "the page lacks: " + row);
            }
        }
    }

    private static String row(int millis, int mtu) {
        RadioConditions conditions = new RadioConditions(
                Transport.BLE_GATT, Duration.ofMillis(millis), 1, mtu, Duration.ZERO, RadioFaults.NONE);
        return "| " + millis + " ms | " + mtu + " | " + fast(conditions) + " | " + byReference(conditions) + " | "
                + whole(conditions) + " |";
    }

    private static long fast(RadioConditions conditions) {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TestPhone phone = site.phone();
        var reader = site.reader().start();
        SimulatedTap.run(reader, phone, conditions, 1);
        return granted(SimulatedTap.run(reader, phone, conditions, 2, SimulatedTap.LATER));
    }

    private static long byReference(RadioConditions conditions) {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TestPhone phone = site.phone();
        return secondVisit(site.reader().directory(List.of(phone.credential())), phone, conditions);
    }

    private static long whole(RadioConditions conditions) {
        TestSite site = TestSite.of(Suite.X25519, 1);
        return secondVisit(site.reader(), site.phone(), conditions);
    }

    private static long secondVisit(ReaderDraft draft, TestPhone phone, RadioConditions conditions) {
        SimulatedTap.run(draft.start(), phone, conditions, 1);
        return granted(SimulatedTap.run(draft.start(), phone, conditions, 2, SimulatedTap.LATER));
    }

    private static long granted(Outcome outcome) {
        assertEquals(TapResult.Granted.class, outcome.result().orElseThrow().getClass());
        return outcome.took().toMillis();
    }
}
