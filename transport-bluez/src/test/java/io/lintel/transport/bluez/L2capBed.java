package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestPhone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What phones hear of a reader on the test bed, and taps over the L2CAP channel that it names. */
class L2capBed {
    private static final int PSM = 0x80;

    @Test
    void aFirstTapIsColdAndTheNextIsFast() {
        try (Door door = Door.open()) {
            TestPhone person = door.site.phone();

            assertEquals(
                    new TapResult.Granted(TapPath.COLD), door.tap(person, door.phone.overL2cap(door.address, PSM)));
            assertEquals(
                    new TapResult.Granted(TapPath.FAST), door.tap(person, door.phone.overL2cap(door.address, PSM)));
        }
    }

    @Test
    void aPhoneHearsTheReaderAndWhereItAcceptsChannels() {
        try (Door door = Door.open()) {
            List<Sighting> heard = door.phone.scan(Duration.ofSeconds(6));
            assertEquals(
                    List.of(door.address), heard.stream().map(Sighting::address).toList());
            Sighting reader = heard.get(0);
            assertEquals(door.reader.tag(), reader.advertisement().readerTag());
            assertEquals(door.reader.projectTag(), reader.advertisement().projectTag());
            assertEquals(PSM, reader.advertisement().psm());
        }
    }
}
