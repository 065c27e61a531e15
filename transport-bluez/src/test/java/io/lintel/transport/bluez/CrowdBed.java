package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.session.TransportEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several phones at one door at the same moment, each with a controller of its own. */
class CrowdBed {
    private static final int PHONES = 3;
    private static final int MTU = 185;
    private static final int MOST_TRIES = 40;

    private Door door;
    private List<BluezPhone> phones;

    @BeforeEach
    void open() {
        door = Door.open();
        phones = IntStream.rangeClosed(1, PHONES)
                .mapToObj(index -> BluezPhone.on("hci" + index))
                .toList();
    }

    @AfterEach
    void close() {
        phones.forEach(BluezPhone::close);
        door.close();
        assertEquals(0, door.counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void phonesThatComeAtOnceAreServedAtOnceOverL2cap() {
        List<BleLink> links = phones.stream()
                .map(phone -> phone.overL2cap(door.address, Door.PSM, MTU))
                .toList();
        assertEquals(granted(), together(index -> tapOnce(index, links.get(index))));
        assertAllCameIn();
    }

    /** bluetoothd sends a notification to all phones, so a second one is sent away, and comes again at once. */
    @Test
    void phonesThatComeAtOnceAreServedOneAfterAnotherOverGatt() {
        assertEquals(granted(), together(this::tapOverGattUntilServed));
        assertAllCameIn();
    }

    private TapResult tapOverGattUntilServed(int index) {
        TapResult last = null;
        for (int i = 0; i < MOST_TRIES && !(last instanceof TapResult.Granted); i++) {
            try {
                last = tapOnce(index, phones.get(index).overGatt(door.address, MTU));
            } catch (BluetoothException.Unreachable busy) {
                door.disconnect(index + 1); // and again
            }
        }
        return last;
    }

    private TapResult tapOnce(int index, BleLink link) {
        TestPhone person = door.site.phone();
        TapResult result = door.begin(person, link, CourierBudget.NONE).result().join();
        door.hangUp(index + 1, link);
        return result;
    }

    private static List<TapResult> granted() {
        return IntStream.range(0, PHONES)
                .<TapResult>mapToObj(index -> new TapResult.Granted(TapPath.COLD))
                .toList();
    }

    private static List<TapResult> together(Function<Integer, TapResult> tap) {
        List<CompletableFuture<TapResult>> taps = IntStream.range(0, PHONES)
                .mapToObj(index ->
                        CompletableFuture.supplyAsync(() -> tap.apply(index), task -> new Thread(task).start()))
                .toList();
        return taps.stream().map(CompletableFuture::join).toList();
    }

    private void assertAllCameIn() {
        assertEquals(PHONES, door.events.stream().filter(AccessEvent::isGranted).count());
        assertEquals(
                PHONES, door.events.stream().map(AccessEvent::serial).distinct().count());
    }
}
