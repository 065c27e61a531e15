package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.AdvertisementFlag;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What comes of advertisements that bluetoothd lets go of. */
final class AdvertisedTest {
    @Test
    void itIsToldWhenBluetoothdLetsGoOfAnAdvertisement() {
        AtomicInteger released = new AtomicInteger();
        List<Advertised> both = Advertised.of("/reader", ADVERTISEMENT, released::incrementAndGet);
        assertEquals(0, released.get());

        both.forEach(Advertised::Release);

        assertEquals(2, released.get());
    }

    static final ReaderAdvertisement ADVERTISEMENT = new ReaderAdvertisement(
            Bytes.ofHex("01020304"), Bytes.ofHex("05060708"), 0, -59, EnumSet.noneOf(AdvertisementFlag.class));
}
