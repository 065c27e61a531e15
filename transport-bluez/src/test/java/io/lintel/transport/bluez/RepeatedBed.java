package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.transport.ble.BleLink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One phone again and again, each time over a new connection. */
class RepeatedBed {
    @Test
    void aHundredTapsInARowAreAllGrantedOverGatt() {
        aHundredAreGranted(door -> door.gatt(185));
    }

    @Test
    void aHundredTapsInARowAreAllGrantedOverL2cap() {
        aHundredAreGranted(door -> door.l2cap(185));
    }

    private static void aHundredAreGranted(Function<Door, BleLink> connect) {
        List<TapResult> results = new ArrayList<>();
        try (Door door = Door.open()) {
            TestPhone person = door.site.phone();
            for (int i = 0; i < 100; i++) {
                results.add(door.tap(person, connect.apply(door)));
            }
            assertTrue(door.phoneRestarts() < 10, door.phoneRestarts() + " connections were refused");
        }

        List<TapResult> wanted = new ArrayList<>(List.of(new TapResult.Granted(TapPath.COLD)));
        while (wanted.size() < results.size()) {
            wanted.add(new TapResult.Granted(TapPath.FAST));
        }
        assertEquals(wanted, results);
    }
}
