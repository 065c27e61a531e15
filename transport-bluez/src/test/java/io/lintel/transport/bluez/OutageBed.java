package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.transport.ble.BleLink;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

/** What a reader does when the machine's Bluetooth is missing, or goes and comes back. */
class OutageBed {
    private static final String BLUETOOTHD = "/usr/libexec/bluetooth/bluetoothd";
    private static final int READER_INDEX = 0;
    private static final String BTVIRT = "/usr/bin/btvirt";
    private static final Path BLUETOOTHD_KILLS = Path.of("/out/bluetoothd.kills");
    private static final Path ADAPTERS = Path.of("/sys/class/bluetooth");
    private static final Path BUS_POLICY = Path.of("/etc/dbus-1/system.d/testbed.conf");

    @Test
    void aReaderIsBackByItselfWhenBluetoothdWasKilledAndStartedAgain() throws IOException {
        try (Door door = Door.open()) {
            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));

            killBluetoothd();
            Door.until(() -> door.presence.contains("bluetooth.no-service"));
            Door.until(() -> door.presence.contains("back"));

            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));
        }
    }

    @Test
    void aReaderIsBackByItselfWhenItsAdapterWasUnpluggedAndPluggedInAgain() throws IOException {
        try (Door door = Door.open()) {
            unplug();
            Door.until(() -> door.presence.contains("bluetooth.no-adapter"));
            plugIn();
            Door.until(() -> door.presence.contains("back"));

            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));
        }
    }

    @Test
    void aReaderIsBackByItselfWhenItsAdapterWasSwitchedOffAndOnAgain() {
        try (Door door = Door.open()) {
            Controllers.switchOff(READER_INDEX);
            Door.until(() -> door.presence.contains("bluetooth.not-powered"));
            assertThrows(BluetoothException.NotPowered.class, () -> Bus.open(Door.READER_ADAPTER));
            Controllers.switchOn(READER_INDEX);
            Door.until(() -> door.presence.contains("back"));

            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));
        }
    }

    @Test
    void aRegistrationIsOverWithAnAdapterThatIsBackBeforeAnybodyLooked() throws IOException {
        ScheduledExecutorService lane = Executors.newSingleThreadScheduledExecutor();
        Registration made =
                Registration.of(Door.READER_ADAPTER, psm -> AdvertisedTest.ADVERTISEMENT, lane, OutageBed::serveNobody);
        try {
            made.check();
            unplug();
            plugIn();

            assertEquals(
                    "bluetooth.refused",
                    assertThrows(BluetoothException.class, made::check).errorCode());
        } finally {
            made.close();
            lane.shutdown();
        }
    }

    private static void serveNobody(BleLink link, String phone) {
        throw new AssertionError("nobody taps");
    }

    private static void unplug() {
        kill(BTVIRT);
        Door.until(() -> !Files.exists(ADAPTERS.resolve(Door.READER_ADAPTER))
                && !Files.exists(ADAPTERS.resolve(Door.PHONE_ADAPTER)));
    }

    private static void plugIn() throws IOException {
        start(BTVIRT, "-L", "-l2");
        Door.until(() -> has(Door.READER_ADAPTER) && has(Door.PHONE_ADAPTER));
    }

    private static boolean has(String adapter) {
        try {
            Bus.open(adapter).close();
            return true;
        } catch (BluetoothException notYet) {
            return false;
        }
    }

    @Test
    void aUserWhomTheBusKeepsFromBluetoothIsToldSo() throws IOException {
        Files.writeString(BUS_POLICY, """
                <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
                 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                <busconfig>
                  <policy context="mandatory"><deny send_destination="org.bluez" send_type="method_call"/></policy>
                </busconfig>
                """);
        try {
            reloadBus();
            BluetoothException.NotPermitted told =
                    assertThrows(BluetoothException.NotPermitted.class, () -> Bus.open(Door.READER_ADAPTER));
            assertEquals("bluetooth.not-permitted", told.errorCode());
        } finally {
            Files.delete(BUS_POLICY);
            reloadBus();
        }
    }

    @Test
    void anAdapterThatIsNotThereIsToldAsSuch() {
        BluetoothException.NoAdapter told = assertThrows(BluetoothException.NoAdapter.class, () -> Bus.open("hci7"));
        assertEquals("bluetooth.no-adapter", told.errorCode());
    }

    @Test
    void aSecondReaderOnOneAdapterIsRefused() {
        try (Door door = Door.open()) {
            assertThrows(BluetoothException.InUse.class, Door::open);
            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));
        }
    }

    private static void kill(String program) {
        long killed = ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").equals(program))
                .filter(ProcessHandle::destroyForcibly)
                .count();
        assertEquals(1, killed, "processes of " + program);
    }

    /** Tells the guest as well, which fails the run where bluetoothd has ended more often than it was killed. */
    private static void killBluetoothd() throws IOException {
        kill(BLUETOOTHD);
        Files.writeString(BLUETOOTHD_KILLS, "killed\n", StandardOpenOption.APPEND);
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static void reloadBus() throws IOException {
        Process reload = start(
                "dbus-send",
                "--system",
                "--print-reply",
                "--dest=org.freedesktop.DBus",
                "/",
                "org.freedesktop.DBus.ReloadConfig");
        Door.until(() -> !reload.isAlive());
        assertEquals(0, reload.exitValue());
    }
}
