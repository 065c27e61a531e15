package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.transport.ble.BleLink;
import java.time.Duration;
import java.util.List;
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
