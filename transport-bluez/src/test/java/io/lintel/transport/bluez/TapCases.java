package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.phone.CheckedIn;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleTap;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of taps over either channel, at each MTU that phones come with: BlueZ on both sides, nothing of ours simulated. */
abstract class TapCases extends DoorCases {
    private static final int USUAL_MTU = 185;

    /** A new channel whose packets have at most {@code mtu} octets, as that channel counts them. */
    abstract BleLink connect(int mtu);

    @ParameterizedTest(name = "a first tap is cold, the next is fast, at MTU {0}")
    @ValueSource(ints = {23, 185, 517})
    void aFirstTapIsColdAndTheNextIsFast(int mtu) {
        TestPhone person = door.site.phone();

        assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(person, connect(mtu)));
        assertEquals(new TapResult.Granted(TapPath.FAST), door.tap(person, connect(mtu)));

        assertEquals(
                List.of(TapPath.COLD, TapPath.FAST),
                door.events.stream().map(AccessEvent::path).toList());
    }

    @ParameterizedTest(name = "a denial and a revocation reach the phone, at MTU {0}")
    @ValueSource(ints = {23, 185, 517})
    void aDenialAndARevocationReachThePhone(int mtu) {
        TestPhone stranger = door.site.phone(draft -> draft.groups(Set.of(4_000)));
        TestPhone revoked = door.site.phone();
        door.reader.install(door.site.list(9, revoked.serial()).bytes(), TestSite.NOW);

        assertEquals(new TapResult.Denied(TapPath.COLD, DenialReason.WRONG_GROUP), door.tap(stranger, connect(mtu)));
        assertEquals(new TapResult.Denied(TapPath.COLD, DenialReason.REVOKED), door.tap(revoked, connect(mtu)));
    }

    @ParameterizedTest(name = "a courier hands over a list and takes the receipt home, at MTU {0}")
    @ValueSource(ints = {23, 185, 517})
    void aCourierHandsOverAListAndTakesTheReceiptHome(int mtu) {
        long[] revoked = new Random(1).longs(1_000, 1_000, 9_000_000).toArray();
        Signed<RevocationList> newer = door.site.list(9, revoked);
        TestPhone courier = door.site.phone();
        CheckedIn.with(courier, newer);

        BleLink link = connect(mtu);
        BleTap tap = door.begin(courier, link, CourierBudget.standard());

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result().join());
        CourierReport report = tap.carried().join();
        door.hangUp(link);
        assertEquals(OptionalLong.of(9), report.receiptEpoch());
        assertTrue(report.octets() > newer.bytes().size(), "the list and its table");
        assertEquals(newer, door.reader.listInForce().orElseThrow());
    }

    @Test
    void fivePhonesOneAfterAnotherAreEachServed() {
        for (int i = 0; i < 5; i++) {
            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), connect(USUAL_MTU)));
        }
        assertEquals(5, door.events.stream().map(AccessEvent::serial).distinct().count());
    }
}
