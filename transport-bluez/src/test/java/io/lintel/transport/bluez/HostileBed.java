package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.transport.ble.BleLink;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Centrals that keep to no rule, and what becomes of the next phone. */
class HostileBed extends DoorCases {
    private final Random random = new Random(7);

    @Test
    void thePhoneBehindOneThatVanishedInTheMiddleIsServed() {
        BleLink vanishing = door.gatt(185);
        vanishing.open(Deaf.LISTENER);
        vanishing.offer(Bytes.of(0x80, 1, 2, 3)); // the beginning of a message that never ends
        ((SocketLink) vanishing).vanish();
        door.hangUp(vanishing);

        assertTheNextPhoneIsServed();
    }

    @Test
    void thePhoneBehindOneThatSentGarbageIsServed() {
        BleLink raw = door.gatt(185);
        raw.open(Deaf.LISTENER);
        byte[] garbage = new byte[120];
        random.nextBytes(garbage);
        garbage[0] = (byte) 0xFF;
        raw.offer(Bytes.copyOf(garbage));
        leave(raw);

        assertTheNextPhoneIsServed();
    }

    @Test
    void thePhoneBehindOneThatSentAnOversizeMessageIsServed() {
        BleLink raw = door.gatt(517);
        raw.open(Deaf.LISTENER);
        Bytes body = Bytes.copyOf(new byte[480]);
        raw.offer(Bytes.concat(Bytes.of(0x80), body));
        raw.offer(Bytes.concat(Bytes.of(0x01), body));
        leave(raw);

        assertTheNextPhoneIsServed();
    }

    @Test
    void thePhoneBehindOneThatFloodedIsServed() {
        BleLink raw = door.gatt(185);
        raw.open(Deaf.LISTENER);
        for (int i = 0; i < 500; i++) {
            raw.offer(Bytes.of(0xC0 | (i & 0x1F), i & 0xFF));
        }
        leave(raw);

        assertTheNextPhoneIsServed();
    }

    private void leave(BleLink raw) {
        ((SocketLink) raw).vanish();
        door.hangUp(raw);
    }

    private void assertTheNextPhoneIsServed() {
        assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));
    }

    private enum Deaf implements BleLink.Listener {
        LISTENER;

        @Override
        public void received(Bytes packet) {}

        @Override
        public void writable() {}

        @Override
        public void closed(io.lintel.transport.ble.CloseReason reason) {}
    }
}
