package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import org.junit.jupiter.api.Test;

/** What a reader does when the machine's Bluetooth is missing, or goes and comes back. */
class OutageBed {
    private static final String BLUETOOTHD = "/usr/libexec/bluetooth/bluetoothd";

    @Test
    void aReaderIsBackByItselfWhenBluetoothdWasKilledAndStartedAgain() throws IOException {
        try (Door door = Door.open()) {
            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));

            ProcessHandle.allProcesses()
                    .filter(process -> process.info().command().orElse("").equals(BLUETOOTHD))
                    .forEach(ProcessHandle::destroyForcibly);
            Door.until(() -> door.presence.contains("bluetooth.no-service"));
            new ProcessBuilder(BLUETOOTHD, "-n", "-f", "/out/main.conf")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            Door.until(() -> door.presence.contains("back"));

            assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), door.gatt(185)));
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
}
