package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Subscriptions and writes as bluetoothd tells of them, by calls of the characteristics, and which phone has the channel then. */
final class GattPhonesTest {
    private static final String ONE = "/org/bluez/hci0/dev_00_AA_01_01_00_01";
    private static final String OTHER = "/org/bluez/hci0/dev_00_AA_01_01_00_02";
    private static final byte[] PACKET = {(byte) 0xC0, 2};

    private final ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final GattPhones phones = new GattPhones(lane, this::open, new Noting());
    private final List<Exported> objects = new GattObjects(phones).objects();
    private final GattCharacteristic1 toReader = (GattCharacteristic1) objects.get(1);
    private final GattCharacteristic1 toPhone = (GattCharacteristic1) objects.get(2);

    @AfterEach
    void end() {
        phones.end();
        lane.shutdown();
    }

    private void open(BleLink link, String name) {
        String phone = name.substring("dev_00_AA_01_01_00_0".length());
        told.add("opened " + phone);
        link.open(new BleLink.Listener() {
            @Override
            public void received(Bytes packet) {
                told.add("received " + phone);
            }

            @Override
            public void writable() {
                told.add("writable " + phone);
            }

            @Override
            public void closed(CloseReason reason) {
                told.add("closed " + phone + " " + reason);
            }
        });
    }

    private final class Noting implements GattPhones.Stack {
        @Override
        public void notify(Bytes packet) {
            told.add("sent");
        }

        @Override
        public void disconnect(String device) {
            told.add("disconnected " + device.charAt(device.length() - 1));
        }
    }

    @Test
    @Spec("BLE-3-11")
    void aPhoneThatUnsubscribesHasNoChannelAnyMore() throws Exception {
        subscribe(ONE);

        toPhone.StopNotify();

        assertTold("opened 1", "closed 1 PEER_LEFT");
        assertRefused(ONE);
        subscribe(OTHER);
        assertTold("opened 1", "closed 1 PEER_LEFT", "opened 2");
    }

    @Test
    @Spec("BLE-3-11")
    void aPhoneThatDisconnectsHasNoChannelAnyMore() throws Exception {
        subscribe(ONE);

        phones.disconnected(OTHER);
        phones.disconnected(ONE);

        assertTold("opened 1", "closed 1 PEER_LEFT");
        assertRefused(ONE);
    }

    @Test
    @Spec("BLE-3-12")
    void aPhoneThatSubscribesAgainHasANewChannel() throws Exception {
        subscribe(ONE);
        toPhone.StopNotify();
        subscribe(ONE);

        assertTold("opened 1", "closed 1 PEER_LEFT", "opened 1");
    }

    @Test
    void theEndOfAnEarlierSubscriptionEndsNoChannelThatIsJustOpening() throws Exception {
        acquire(OTHER);
        toPhone.StopNotify(); // of a phone that had left: bluetoothd has not heard yet that OTHER's request was refused
        toPhone.StartNotify();
        assertTold("opened 2");

        toPhone.StopNotify();

        assertTold("opened 2", "closed 2 PEER_LEFT");
    }

    @Test
    @Spec("BLE-3-13")
    void aWriteWithoutASubscriptionIsAnErrorAndChangesNothing() throws Exception {
        assertRefused(ONE);
        subscribe(ONE);
        assertRefused(OTHER);

        assertDoesNotThrow(() -> write(ONE));

        assertTold("opened 1", "received 1");
    }

    @Test
    void asLongAsOnePhoneIsServedAnotherIsSentAway() throws Exception {
        subscribe(ONE);
        subscribe(OTHER);

        assertTold("opened 1", "disconnected 2");
        assertRefused(OTHER);
    }

    private void subscribe(String device) throws Exception {
        acquire(device);
        toPhone.StartNotify();
        onLane();
    }

    private void acquire(String device) {
        assertThrows(DBusExecutionException.class, () -> toPhone.AcquireNotify(options(device)));
    }

    private void write(String device) throws Exception {
        toReader.WriteValue(PACKET, options(device));
    }

    private void assertRefused(String device) {
        assertThrows(DBusExecutionException.class, () -> write(device));
    }

    private static Map<String, Variant<?>> options(String device) {
        return Map.of("device", new Variant<>(new DBusPath(device)), "mtu", new Variant<>(new UInt16(185)));
    }

    private void assertTold(String... wanted) {
        onLane();
        assertEquals(List.of(wanted), told);
    }

    private void onLane() {
        CompletableFuture.runAsync(() -> {}, lane).join();
        CompletableFuture.runAsync(() -> {}, lane).join(); // what the first round put there
    }
}
