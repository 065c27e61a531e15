package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.session.TransportEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** How a reader is closed, from wherever that is tried. */
final class BluezReaderTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CompletableFuture<RegisteredHere> registered = new CompletableFuture<>();
    private final CompletableFuture<Channels> channels = new CompletableFuture<>();
    private final CompletableFuture<RuntimeException> refused = new CompletableFuture<>();
    private volatile Runnable atLost = () -> {};
    private volatile Runnable atMessage = () -> {};
    private final BluezReader door = BluezReader.builder(
                    TestSite.of(Suite.X25519, 1).reader().start())
            .eventSink(event -> {})
            .metrics(event -> {
                if (event == TransportEvent.MESSAGE_SENT) {
                    atMessage.run();
                }
            })
            .presence(new BluezReader.Presence() {
                @Override
                public void lost(BluetoothException reason) {
                    atLost.run();
                }

                @Override
                public void back() {}
            })
            .start(this::register);

    private Registered register(
            String adapter, IntFunction<?> advertisement, ScheduledExecutorService lane, Channels opened) {
        RegisteredHere here = new RegisteredHere(lane);
        registered.complete(here);
        channels.complete(opened);
        return here;
    }

    @Test
    void itIsNotClosedFromTheThreadOnWhichDecisionsAreTold() {
        atMessage = this::tryToClose;

        channels.join().opened(new OpenLink(), "phone");

        assertEquals(
                "a reader cannot be closed from its event sink or its presence",
                refused.join().getMessage());
        assertFalse(registered.join().hiding.isDone(), "it serves on");
        door.close();
        assertTrue(registered.join().hiding.isDone());
        assertTrue(registered.join().closed.isDone());
    }

    @Test
    void itIsNotClosedFromTheThreadOnWhichThePresenceIsTold() {
        atLost = this::tryToClose;

        registered.join().atCheck = new BluetoothException.NoService(null);

        assertEquals(
                "a reader cannot be closed from its event sink or its presence",
                refused.join().getMessage());
        door.close();
    }

    private void tryToClose() {
        refused.complete(assertThrows(IllegalStateException.class, door::close));
    }

    @Test
    void whoClosesItSecondWaitsForTheFirst() throws Exception {
        RegisteredHere here = registered.join();
        CompletableFuture<Void> mayGoOn = new CompletableFuture<>();
        here.atHide = mayGoOn::join;
        CompletableFuture<Void> first = CompletableFuture.runAsync(door::close);
        here.hiding.join();
        Thread second = new Thread(door::close);
        second.start();
        Door.until(LONG, () -> second.getState() == Thread.State.BLOCKED || !second.isAlive());

        mayGoOn.complete(null);

        first.join();
        assertTrue(here.closed.isDone());
        second.join();
    }

    @Test
    void whatFailsAtTheEndLeavesNobodyServed() {
        registered.join().atClose = new IllegalStateException("the bus is gone");

        assertThrows(RuntimeException.class, door::close);

        OpenLink link = new OpenLink();
        channels.join().opened(link, "phone");
        assertEquals(CloseReason.BUSY, link.closed.join(), "it serves nobody any more");
    }

    /** A channel whose phone takes everything and says nothing. */
    private static final class OpenLink implements BleLink {
        private static final int MAX_PACKET_OCTETS = 182;

        private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();

        @Override
        public Transport transport() {
            return Transport.BLE_GATT;
        }

        @Override
        public int maxPacketOctets() {
            return MAX_PACKET_OCTETS;
        }

        @Override
        public void open(Listener listener) {}

        @Override
        public boolean offer(Bytes packet) {
            return true;
        }

        @Override
        public void close(CloseReason reason) {
            closed.complete(reason);
        }
    }
}
