package io.lintel.transport.ble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a reader says on the air fits, and comes back as it was. */
final class AdvertisingPayloadTest {
    private static final Bytes PROJECT = Bytes.ofHex("0a0b0c0d");
    private static final Bytes READER = Bytes.ofHex("01020304");

    @Test
    @Spec({"BLE-2.2-1", "BLE-2.2-2", "BLE-2.2-3", "BLE-2.2-4", "BLE-2.2-5"})
    void serviceDataIsLaidOutAsThePageSays() {
        Set<AdvertisementFlag> both = Set.of(AdvertisementFlag.BUSY, AdvertisementFlag.OUT_OF_SERVICE);
        assertLaidOut("10" + "0a0b0c0d" + "01020304" + "0000" + "c5", 0, -59, Set.of());
        assertLaidOut("11" + "0a0b0c0d" + "01020304" + "0080" + "14", 0x80, 20, Set.of(AdvertisementFlag.BUSY));
        assertLaidOut("13" + "0a0b0c0d" + "01020304" + "00ff" + "81", 0xff, -127, both);
    }

    private static void assertLaidOut(String octets, int psm, int power, Set<AdvertisementFlag> flags) {
        ReaderAdvertisement reader = new ReaderAdvertisement(PROJECT, READER, psm, power, flags);
        assertEquals(octets, reader.encoded().toHex());
        assertEquals(Optional.of(reader), ReaderAdvertisement.parse(Bytes.ofHex(octets)));
    }

    @Property
    void aReaderComesBackAsItWas(
            @ForAll @IntRange(min = 0x7f, max = 0xff) int psm,
            @ForAll @IntRange(min = -127, max = 20) int power,
            @ForAll Set<AdvertisementFlag> flags) {
        ReaderAdvertisement reader = new ReaderAdvertisement(PROJECT, READER, psm < 0x80 ? 0 : psm, power, flags);
        Bytes response = AdvertisingPayload.scanResponse(reader);

        assertTrue(response.size() <= AdvertisingPayload.MAX_OCTETS);
        assertEquals(Optional.of(reader), AdvertisingPayload.parse(response));
        assertEquals(
                Optional.of(reader),
                AdvertisingPayload.parse(Bytes.concat(AdvertisingPayload.advertisement(), response)));
    }

    @Test
    @Spec({"BLE-2.1-1", "BLE-3-1"})
    void theAdvertisementFitsAndNamesTheService() {
        Bytes advertisement = AdvertisingPayload.advertisement();
        assertTrue(advertisement.size() <= AdvertisingPayload.MAX_OCTETS);
        assertEquals("0201061107" + "723ac72a378990b89845641f0100eb9a", advertisement.toHex());
        assertEquals(Optional.empty(), AdvertisingPayload.parse(advertisement));
    }

    @Test
    @Spec("BLE-2.1-3")
    void systemsThatPadTheAdvertisementToItsFullLengthAreUnderstood() {
        ReaderAdvertisement reader = new ReaderAdvertisement(PROJECT, READER, 0, -59, Set.of());
        Bytes padding = Bytes.copyOf(new byte[10]);
        assertEquals(
                Optional.of(reader),
                AdvertisingPayload.parse(Bytes.concat(
                        AdvertisingPayload.advertisement(), padding, AdvertisingPayload.scanResponse(reader))));
    }

    @Property
    void anythingOnTheAirIsReadWithoutAnException(@ForAll byte[] octets) {
        AdvertisingPayload.parse(Bytes.copyOf(octets));
    }

    @Property
    @Spec("BLE-2.1-4")
    void aDamagedResponseNeverThrowsAndNeverReadsBeyondItsEnd(
            @ForAll @IntRange(min = 0, max = 29) int size, @ForAll @IntRange(min = 0, max = 255) int octet) {
        Bytes whole = AdvertisingPayload.scanResponse(new ReaderAdvertisement(PROJECT, READER, 0x80, -59, Set.of()));
        assertEquals(Optional.empty(), AdvertisingPayload.parse(whole.slice(0, size)));
        Bytes changed = Bytes.concat(whole.slice(0, size), Bytes.of(octet), whole.slice(size + 1, whole.size()));
        AdvertisingPayload.parse(changed);
    }

    @Test
    @Spec({"BLE-2.2-6", "BLE-2.2-7"})
    void anotherVersionAndImpossibleValuesAreNoReader() {
        String tags = "0a0b0c0d01020304";
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("10" + tags + "0080" + "c5"))
                .isPresent());
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("10" + tags + "0080" + "c5" + "ff"))
                .isPresent());
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("1c" + tags + "0080" + "c5"))
                .isPresent());
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("20" + tags + "0080" + "c5"))
                .isEmpty());
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("10" + tags + "007f" + "c5"))
                .isEmpty());
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("10" + tags + "0080" + "15"))
                .isEmpty());
        assertTrue(ReaderAdvertisement.parse(Bytes.ofHex("10" + tags + "0080")).isEmpty());
        assertThrows(
                IllegalArgumentException.class, () -> new ReaderAdvertisement(PROJECT, Bytes.of(1), 0, -59, Set.of()));
    }
}
