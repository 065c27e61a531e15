package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the watch makes of registrations that go, and of whatever else fails while it looks. */
final class WatchTest {
    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final int LONG_SECONDS = 60;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final BlockingQueue<RegisteredHere> made = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile Runnable atTold = () -> {};
    private volatile Runnable atRegister = () -> {};
    private final Watch watch = new Watch(this::register, new Noting(), thread);

    private Registered register() {
        atRegister.run();
        RegisteredHere here = new RegisteredHere(Runnable::run);
        made.add(here);
        return here;
    }

    private final class Noting implements BluezReader.Presence {
        @Override
        public void lost(BluetoothException reason) {
            told.add(reason.errorCode());
            atTold.run();
        }

        @Override
        public void back() {
            told.add("back");
            atTold.run();
        }
    }

    @AfterEach
    void end() {
        watch.end();
    }

    @Test
    void aRegistrationThatDoesNotEndInOrderIsReplacedAllTheSame() throws Exception {
        watch.start(OFTEN);
        RegisteredHere first = next(made);
        first.atClose = new IllegalStateException("the bus is gone");
        first.atCheck = new BluetoothException.NoService(null);

        assertEquals("bluetooth.no-service", next(told));
        assertEquals("back", next(told));
        RegisteredHere second = next(made);
        assertSame(second, watch.end().orElseThrow());
        assertFalse(first.closed.isDone());
    }

    @Test
    void aPresenceThatFailsEndsNothing() throws Exception {
        atTold = () -> {
            throw new IllegalStateException("the lamp is broken");
        };
        watch.start(OFTEN);
        next(made).atCheck = new BluetoothException.NotPowered("hci0");

        assertEquals("bluetooth.not-powered", next(told));
        assertEquals("back", next(told));
        next(made).atCheck = new BluetoothException.NotPowered("hci0");
        assertEquals("bluetooth.not-powered", next(told));
    }

    @Test
    void anAdapterThatIsAwayForLongIsLookedForUntilItIsBack() throws Exception {
        watch.start(OFTEN);
        RegisteredHere first = next(made);
        BlockingQueue<String> tries = new LinkedBlockingQueue<>();
        atRegister = () -> {
            tries.add("again");
            throw new BluetoothException.NoAdapter("hci0", null);
        };
        first.atCheck = new BluetoothException.NoAdapter("hci0", null);

        assertEquals("bluetooth.no-adapter", next(told));
        next(tries);
        next(tries);
        atRegister = () -> {};
        assertEquals("back", next(told));
        assertTrue(first.closed.isDone());
    }

    @Test
    void anAdapterThatIsAwayAtTheStartIsTold() {
        atRegister = () -> {
            throw new BluetoothException.NoAdapter("hci0", null);
        };
        assertThrows(BluetoothException.NoAdapter.class, () -> watch.start(OFTEN));
        assertEquals(BluetoothAddress.NONE, watch.address());
    }

    @Test
    void afterTheEndNothingIsRegistered() throws Exception {
        watch.start(OFTEN);
        RegisteredHere first = next(made);
        assertEquals(RegisteredHere.ADDRESS, watch.address());

        assertSame(first, watch.end().orElseThrow());
        assertEquals(Optional.empty(), watch.end());
        assertTrue(thread.isTerminated());
        assertTrue(made.isEmpty());
        assertFalse(first.closed.isDone(), "it is the caller's to end");
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Optional.ofNullable(queue.poll(LONG_SECONDS, TimeUnit.SECONDS)).orElseThrow();
    }
}
