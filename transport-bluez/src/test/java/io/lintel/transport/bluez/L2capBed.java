package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.session.TransportEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What phones hear of a reader on the test bed, and taps over the L2CAP channel that it names. The MTU is that of SDUs, both
 * ways; 23 is the least that Bluetooth allows a channel, and beyond the reader's 514 the phone sends no more than those.
 */
class L2capBed extends TapCases {
    @Override
    BleLink connect(int mtu) {
        return door.l2cap(mtu);
    }

    @Test
    void theSecondChannelOfAPhoneEndsItsFirst() {
        BleLink first = door.l2cap(185);
        CompletableFuture<CloseReason> ended = ended(first);
        Door.until(() -> door.counters.of(TransportEvent.MESSAGE_SENT) > 0);

        TapResult result = door.begin(door.site.phone(), door.l2cap(185), CourierBudget.NONE)
                .result()
                .join();

        assertEquals(new TapResult.Granted(TapPath.COLD), result);
        assertEquals(CloseReason.PEER_LEFT, ended.join());
        assertEquals(1, door.counters.of(TransportEvent.EVICTED_OLDEST));
        door.hangUp(first);
    }

    private static CompletableFuture<CloseReason> ended(BleLink link) {
        CompletableFuture<CloseReason> ended = new CompletableFuture<>();
        link.open(new BleLink.Listener() {
            @Override
            public void received(Bytes packet) {}

            @Override
            public void writable() {}

            @Override
            public void closed(CloseReason reason) {
                ended.complete(reason);
            }
        });
        return ended;
    }

    @Test
    void aPhoneHearsTheReaderAndWhereItAcceptsChannels() {
        List<Sighting> heard = door.phone.scan(Duration.ofSeconds(6));

        assertEquals(
                List.of(door.address), heard.stream().map(Sighting::address).toList());
        Sighting reader = heard.get(0);
        assertEquals(door.reader.tag(), reader.advertisement().readerTag());
        assertEquals(door.reader.projectTag(), reader.advertisement().projectTag());
        assertEquals(Door.PSM, reader.advertisement().psm());
    }
}
