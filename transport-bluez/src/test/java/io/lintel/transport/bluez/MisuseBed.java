package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Readers and phones that are set up wrongly, and listening that ends early. */
class MisuseBed {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void listeningEndsAtTheReaderThatIsEnough() {
        try (Door door = Door.open()) {
            List<Sighting> heard = new ArrayList<>();

            door.phone.listen(LONG, heard::add);

            assertEquals(door.address, heard.get(0).address());
            assertEquals(1, heard.size());
        }
    }

    @Test
    void listeningThatIsInterruptedEndsWithoutAnError() {
        try (Door door = Door.open()) {
            AtomicInteger heard = new AtomicInteger();

            door.phone.listen(LONG, reader -> {
                heard.incrementAndGet();
                Thread.currentThread().interrupt();
                return false;
            });

            assertTrue(Thread.interrupted(), "the caller finds that it was interrupted");
            assertEquals(1, heard.get());
            List<Sighting> again = door.phone.scan(Duration.ofSeconds(6));
            assertEquals(door.address, again.get(0).address());
        }
    }

    @Test
    void mtusThatNoLinkHasAreRefused() {
        try (BluezPhone phone = BluezPhone.on(Door.PHONE_ADAPTER)) {
            assertThrows(IllegalArgumentException.class, () -> phone.overGatt(BluetoothAddress.NONE, 22));
            assertThrows(IllegalArgumentException.class, () -> phone.overGatt(BluetoothAddress.NONE, 518));
            assertThrows(IllegalArgumentException.class, () -> phone.overL2cap(BluetoothAddress.NONE, Door.PSM, 22));
            assertThrows(IllegalArgumentException.class, () -> BluetoothAddress.ofPublic("00:AA:01"));
        }
    }

    @Test
    void aDoorThatDoesNothingAboutDecisionsIsRefused() {
        Reader reader = TestSite.of(Suite.X25519, 1).reader().start();

        assertThrows(
                IllegalStateException.class, () -> BluezReader.builder(reader).start());
    }
}
