package io.lintel.transport.ble.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import android.bluetooth.BluetoothGatt;
import android.bluetooth.BluetoothGattCharacteristic;
import android.bluetooth.BluetoothGattDescriptor;
import android.bluetooth.BluetoothGattService;
import android.bluetooth.BluetoothProfile;
import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.simulator.SimulatedTime;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation's example does what the port asks of it. */
final class AndroidGattLinkTest {
    private final List<String> calls = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final BluetoothGatt gatt = stub(BluetoothGatt.class);
    private final BluetoothGattCharacteristic characteristic = stub(BluetoothGattCharacteristic.class);
    private final SimulatedTime time = new SimulatedTime(Instant.EPOCH);
    private final AndroidGattLink link =
            new AndroidGattLink(Runnable::run, time.alarm(), this::begin, why -> heard.add("failed " + why));
    private @Nullable String missing;
    private int writeStatus = BluetoothGatt.GATT_SUCCESS;

    @Test
    @Spec("BLE-3-9")
    void itAsksForTheMtuThenSubscribesThenCarriesPackets() {
        connect();
        assertEquals(
                List.of("requestMtu", "discoverServices", "setCharacteristicNotification", "writeDescriptor"), calls);
        link.onCharacteristicChanged(gatt, characteristic, new byte[] {1, 2});
        assertEquals(182, link.maxPacketOctets());
        assertEquals(List.of("ready", "received 0102"), heard);
    }

    @Test
    void oneWriteIsUnderWayAtATime() {
        connect();
        assertTrue(link.offer(Bytes.of(1)));
        assertFalse(link.offer(Bytes.of(2)));
        link.onCharacteristicWrite(gatt, characteristic, BluetoothGatt.GATT_SUCCESS);
        assertEquals(List.of("ready", "writable"), heard);
        assertTrue(link.offer(Bytes.of(2)));
    }

    @Test
    void itDisconnectsBehindTheWriteUnderWayAndSaysWhy() {
        connect();
        assertTrue(link.offer(Bytes.of(1)));
        link.close(CloseReason.DONE);
        assertFalse(calls.contains("disconnect"));
        link.onCharacteristicWrite(gatt, characteristic, BluetoothGatt.GATT_SUCCESS);
        assertTrue(calls.contains("disconnect"));
        link.onConnectionStateChange(gatt, BluetoothGatt.GATT_SUCCESS, BluetoothProfile.STATE_DISCONNECTED);
        assertEquals(List.of("ready", "closed DONE"), heard);
    }

    @Test
    void aLostConnectionIsToldOnce() {
        connect();
        link.onConnectionStateChange(gatt, 8, BluetoothProfile.STATE_DISCONNECTED);
        link.onConnectionStateChange(gatt, 8, BluetoothProfile.STATE_DISCONNECTED);
        assertEquals(List.of("ready", "closed CONNECTION_LOST"), heard);
        assertFalse(link.offer(Bytes.of(1)));
    }

    @Test
    void aConnectionThatFailsIsToldAsSuch() {
        link.onConnectionStateChange(gatt, 133, BluetoothProfile.STATE_DISCONNECTED);
        assertEquals(List.of("failed UNREACHABLE"), heard);
        assertEquals(List.of("close"), calls);
    }

    @Test
    void aReaderThatLeavesBeforeThereIsAChannelIsToldAsSuch() {
        link.onConnectionStateChange(gatt, BluetoothGatt.GATT_SUCCESS, BluetoothProfile.STATE_CONNECTED);
        link.onMtuChanged(gatt, 185, BluetoothGatt.GATT_SUCCESS);
        link.onConnectionStateChange(gatt, BluetoothGatt.GATT_SUCCESS, BluetoothProfile.STATE_DISCONNECTED);
        assertEquals(List.of("failed UNREACHABLE"), heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"getService", "getCharacteristic", "getDescriptor"})
    void aDeviceThatLacksWhatAReaderOffersIsNoReader(String lacks) {
        missing = lacks;
        discover();
        link.onConnectionStateChange(gatt, BluetoothGatt.GATT_SUCCESS, BluetoothProfile.STATE_DISCONNECTED);
        assertEquals(List.of("failed NO_READER"), heard);
        assertEquals(List.of("requestMtu", "discoverServices", "disconnect", "close"), calls);
    }

    @Test
    void aRefusedSubscriptionOpensNoChannel() {
        discover();
        link.onDescriptorWrite(gatt, descriptor(), 5);
        assertEquals(List.of("failed REFUSED"), heard);
        assertTrue(calls.contains("disconnect"));
    }

    @Test
    void aPacketThatThePhoneWasTooBusyForCanBeOfferedAgainLater() {
        connect();
        writeStatus = 201;
        assertFalse(link.offer(Bytes.of(1)));
        assertEquals(List.of("ready"), heard);
        writeStatus = BluetoothGatt.GATT_SUCCESS;
        assertTrue(time.step(), "nothing says that there is room");
        assertEquals(List.of("ready", "writable"), heard);
        assertTrue(link.offer(Bytes.of(1)));
    }

    @Test
    void aWriteThatFailedEndsTheChannel() {
        connect();
        assertTrue(link.offer(Bytes.of(1)));
        link.onCharacteristicWrite(gatt, characteristic, 133);
        link.onConnectionStateChange(gatt, BluetoothGatt.GATT_SUCCESS, BluetoothProfile.STATE_DISCONNECTED);
        assertEquals(List.of("ready", "closed CONNECTION_LOST"), heard);
    }

    private void connect() {
        discover();
        link.onDescriptorWrite(gatt, descriptor(), BluetoothGatt.GATT_SUCCESS);
    }

    private void discover() {
        link.onConnectionStateChange(gatt, BluetoothGatt.GATT_SUCCESS, BluetoothProfile.STATE_CONNECTED);
        link.onMtuChanged(gatt, 185, BluetoothGatt.GATT_SUCCESS);
        link.onServicesDiscovered(gatt, BluetoothGatt.GATT_SUCCESS);
    }

    private static BluetoothGattDescriptor descriptor() {
        return BluetoothGattDescriptor.ofTests();
    }

    private void begin(BleLink ready) {
        heard.add("ready");
        ready.open(new BleLink.Listener() {
            @Override
            public void received(Bytes packet) {
                heard.add("received " + packet);
            }

            @Override
            public void writable() {
                heard.add("writable");
            }

            @Override
            public void closed(CloseReason reason) {
                heard.add("closed " + reason);
            }
        });
    }

    /** Notes what is called, and succeeds. */
    private <T> T stub(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(missing)) {
                        return null;
                    }
                    return switch (method.getName()) {
                        case "getService" -> {
                            assertEquals(BleUuids.SERVICE, arguments[0]);
                            yield stub(BluetoothGattService.class);
                        }
                        case "getCharacteristic" -> characteristic;
                        case "getDescriptor" -> descriptor();
                        case "toString" -> type.getSimpleName();
                        case "writeCharacteristic" -> writeStatus;
                        default -> {
                            calls.add(method.getName());
                            yield method.getReturnType() == boolean.class
                                    ? (Object) true
                                    : method.getReturnType() == int.class ? (Object) 0 : null;
                        }
                    };
                }));
    }
}
