package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleUuids;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.freedesktop.dbus.interfaces.Properties;
import org.junit.jupiter.api.Test;

/** What a phone gets of a reader that is stopped. */
class StopBed extends DoorCases {
    @Test
    void aPhoneThatWasDecidedOnHearsSoOverGatt() {
        assertThatTheDecisionIsHeard(() -> door.gatt(23));
    }

    @Test
    void aPhoneThatWasDecidedOnHearsSoOverL2cap() {
        assertThatTheDecisionIsHeard(() -> door.l2cap(23));
    }

    /** At the least MTU, where the answer is several packets. */
    private void assertThatTheDecisionIsHeard(Supplier<BleLink> connection) {
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        door.atDecision = () -> stopped.completeAsync(() -> {
            door.stop();
            return null;
        });

        assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), connection.get()));
        stopped.join();
    }

    @Test
    void aStoppedReaderLeavesNothingAtTheAdapter() {
        try (Bus bus = Bus.open(Door.READER_ADAPTER)) {
            assertTrue(bus.offers(BleUuids.SERVICE.toString()));
            assertEquals(2, advertisements(bus));

            door.stop();

            assertFalse(bus.offers(BleUuids.SERVICE.toString()));
            assertEquals(0, advertisements(bus));
        }
    }

    private static int advertisements(Bus bus) {
        return bus.call(
                "count advertisements",
                () -> bus.remote(bus.adapterPath(), Properties.class)
                        .<Number>Get("org.bluez.LEAdvertisingManager1", "ActiveInstances")
                        .intValue());
    }
}
