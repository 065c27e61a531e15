package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** A place on an adapter without a bluetoothd. */
final class BluezPeripheralTest {
    private static final int PSM = 0x0085;
    private static final Bytes TAG = Bytes.ofHex("01020304");

    private final CompletableFuture<RegisteredHere> registered = new CompletableFuture<>();
    private final CompletableFuture<Channels> channels = new CompletableFuture<>();
    private final CompletableFuture<ScheduledExecutorService> lanes = new CompletableFuture<>();
    private final CompletableFuture<ReaderAdvertisement> advertised = new CompletableFuture<>();
    private final List<BleLink> handedOver = new ArrayList<>();

    private Registered register(
            String adapter,
            IntFunction<ReaderAdvertisement> advertisement,
            ScheduledExecutorService lane,
            Channels opened) {
        assertEquals("hci3", adapter);
        advertised.complete(advertisement.apply(PSM));
        channels.complete(opened);
        lanes.complete(lane);
        RegisteredHere here = new RegisteredHere(lane);
        registered.complete(here);
        return here;
    }

    private static ReaderAdvertisement advertisement(int psm) {
        return new ReaderAdvertisement(TAG, TAG, psm, -59, Set.of());
    }

    private BluezPeripheral start() {
        return BluezPeripheral.start("hci3", BluezPeripheralTest::advertisement, handedOver::add, this::register);
    }

    @Test
    void advertisesWhereItAcceptsChannelsAndHandsThemOverUnopened() {
        try (BluezPeripheral place = start()) {
            BleLink link = new GattLink("dev", 185, lanes.join(), new NoEnds());

            channels.join().opened(link, "phone");

            assertEquals(PSM, advertised.join().psm());
            assertEquals(RegisteredHere.ADDRESS, place.address());
            assertEquals(1, handedOver.size());
            assertSame(link, handedOver.get(0));
        }
    }

    @Test
    void leavesTheAirInOrder() {
        BluezPeripheral place = start();
        RegisteredHere here = registered.join();
        here.atHide = () -> assertFalse(here.closed.isDone(), "it lets go of the adapter last");

        place.close();

        assertTrue(here.closed.isDone());
        assertTrue(lanes.join().isShutdown());
    }

    @Test
    void tellsThatTheAdapterHasGone() {
        try (BluezPeripheral place = start()) {
            place.requirePresence();
            registered.join().atCheck = new BluetoothException.NotPowered("hci3");

            assertThrows(BluetoothException.NotPowered.class, place::requirePresence);
        }
    }

    @Test
    void endsItsThreadWhereTheAdapterCannotBeUsed() {
        assertThrows(
                BluetoothException.NoService.class,
                () -> BluezPeripheral.start(
                        "hci3", BluezPeripheralTest::advertisement, handedOver::add, (adapter, said, lane, opened) -> {
                            lanes.complete(lane);
                            throw new BluetoothException.NoService(null);
                        }));
        assertTrue(lanes.join().isShutdown());
    }

    private static final class NoEnds implements GattLink.Ends {
        @Override
        public void notify(Bytes packet) {}

        @Override
        public void left(GattLink link, CloseReason reason) {}
    }
}
