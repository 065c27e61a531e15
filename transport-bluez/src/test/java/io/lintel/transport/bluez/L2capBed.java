package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.transport.ble.BleLink;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What phones hear of a reader on the test bed, and taps over the L2CAP channel that it names. */
class L2capBed {
    @Test
    void aPhoneHearsTheReaderAndTapsOverTheChannelThatItNames() {
        try (Door door = Door.open()) {
            List<Sighting> heard = door.phone.scan(Duration.ofSeconds(6));
            assertEquals(
                    List.of(door.address), heard.stream().map(Sighting::address).toList());
            Sighting reader = heard.get(0);
            assertEquals(door.reader.tag(), reader.advertisement().readerTag());
            assertEquals(door.reader.projectTag(), reader.advertisement().projectTag());
            int psm = reader.advertisement().psm();
            assertTrue(psm >= 0x80, "it accepts channels");

            TestPhone person = door.site.phone();
            BleLink first = door.phone.overL2cap(door.address, psm);
            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(person, first));
            BleLink second = door.phone.overL2cap(door.address, psm);
            assertEquals(new TapResult.Granted(TapPath.FAST), door.tap(person, second));
        }
    }
}
