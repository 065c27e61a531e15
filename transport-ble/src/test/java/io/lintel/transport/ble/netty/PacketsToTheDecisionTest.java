package io.lintel.transport.ble.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.transport.ble.netty.SimulatedTap.Outcome;
import io.lintel.transport.ble.simulator.RadioConditions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many packets a phone sends until the reader can decide, and that readers in question are those of Bluetooth. */
final class PacketsToTheDecisionTest {
    private static final TapResult COLD = new TapResult.Granted(TapPath.COLD);
    private static final TapResult FAST = new TapResult.Granted(TapPath.FAST);

    @ParameterizedTest
    @CsvSource({
        "X25519, 185, 1",
        "P256, 185, 1",
        "X25519, 247, 1",
        "P256, 247, 1",
        "X25519, 517, 1",
        "P256, 517, 1",
        "X25519, 23, 2",
        "P256, 23, 2"
    })
    @Requirement("RDR-17")
    void aFastTapTakesOne(Suite suite, int mtu, int packets) {
        TestSite site = TestSite.of(suite, 1);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        RadioConditions conditions = RadioConditions.good(Transport.BLE_GATT, mtu);
        assertEquals(
                Optional.of(COLD),
                SimulatedTap.run(reader, phone, conditions, 1).result());

        Outcome fast = SimulatedTap.run(reader, phone, conditions, 2, SimulatedTap.LATER);

        assertEquals(Optional.of(FAST), fast.result());
        assertEquals(packets, fast.packetsOfPhone());
    }

    @ParameterizedTest
    @CsvSource({
        "X25519, 185, 1",
        "P256, 185, 1",
        "X25519, 247, 1",
        "P256, 247, 1",
        "X25519, 517, 1",
        "P256, 517, 1",
        "X25519, 23, 7",
        "P256, 23, 7"
    })
    @Requirement("RDR-17")
    void aColdTapByReferenceTakesOne(Suite suite, int mtu, int packets) {
        TestSite site = TestSite.of(suite, 1);
        TestPhone phone = site.phone();
        ReaderDraft draft = site.reader().directory(List.of(phone.credential()));
        Outcome cold = secondVisit(draft, phone, mtu);

        assertEquals(Optional.of(COLD), cold.result());
        assertEquals(packets, cold.packetsOfPhone());
    }

    /** The whole credential makes 269 or 271 octets: one packet needs an MTU of 273 or 275, so at 247 it is two. */
    @ParameterizedTest
    @CsvSource({
        "X25519, 185, 2", "P256, 185, 2", "X25519, 247, 2", "P256, 247, 2", "X25519, 272, 2", "X25519, 273, 1",
        "P256, 274, 2", "P256, 275, 1", "X25519, 517, 1", "P256, 517, 1", "X25519, 23, 15", "P256, 23, 15"
    })
    @Requirement("RDR-17")
    void aColdTapWithTheWholeCredentialTakesTwoAtMost(Suite suite, int mtu, int packets) {
        TestSite site = TestSite.of(suite, 1);
        Outcome cold = secondVisit(site.reader(), site.phone(), mtu);

        assertEquals(Optional.of(COLD), cold.result());
        assertEquals(packets, cold.packetsOfPhone());
    }

    /** The first visit teaches the phone the reader's certificate; a restarted reader has no ratchet and knows no credential. */
    private static Outcome secondVisit(ReaderDraft draft, TestPhone phone, int mtu) {
        RadioConditions conditions = RadioConditions.good(Transport.BLE_GATT, mtu);
        assertEquals(
                Optional.of(COLD),
                SimulatedTap.run(draft.start(), phone, conditions, 1).result());
        return SimulatedTap.run(draft.start(), phone, conditions, 2, SimulatedTap.LATER);
    }
}
