package io.lintel.transport.bluez;

import io.lintel.transport.bluez.BluezReader.Presence;
import io.lintel.transport.session.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a reader registered: looks after its registration again and again, and makes another when bluetoothd or the adapter is back.
 * Thread-safe. Nothing that goes wrong in one look keeps it from the next.
 */
final class Watch {
    private static final Logger log = LoggerFactory.getLogger(Watch.class);

    private final Supplier<? extends Registered> registering;
    private final Presence presence;
    private final ScheduledExecutorService thread;
    private volatile @Nullable Thread looking;
    private @Nullable Registered registered;
    private BluetoothAddress address = BluetoothAddress.NONE;
    private boolean ended;

    Watch(Supplier<? extends Registered> registering, Presence presence, ScheduledExecutorService thread) {
        this.registering = registering;
        this.presence = presence;
        this.thread = thread;
    }

    /** Registers, and looks after it {@code every} so often from then on; fails if the adapter cannot be used now. */
    void start(Duration every) {
        register();
        var unused =
                thread.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void register() {
        Registered made = registering.get();
        registered = made;
        address = made.address();
    }

    synchronized BluetoothAddress address() {
        return address;
    }

    /** Whether this is the thread that looks, on which the presence is told. */
    boolean isOwnThread() {
        return Thread.currentThread().equals(looking);
    }

    private void look() {
        looking = Thread.currentThread();
        try {
            keep().accept(presence);
        } catch (RuntimeException failure) {
            log.error("Looking after the Bluetooth adapter failed; it is tried again", failure);
        } finally {
            looking = null;
        }
    }

    /** Looks once, and returns what the presence is to be told: not under the lock, for that may take its time. */
    private synchronized Consumer<Presence> keep() {
        Registered current = registered;
        try {
            if (ended) {
                return nobody -> {};
            }
            if (current == null) {
                register();
                return Presence::back;
            }
            current.check();
        } catch (BluetoothException gone) {
            if (current != null) {
                registered = null;
                letGo(current);
                return told -> told.lost(gone);
            }
        }
        return nobody -> {};
    }

    private static void letGo(Registered gone) {
        try {
            gone.close();
        } catch (RuntimeException failure) {
            log.warn("What the reader had at the Bluetooth adapter did not end in order", failure);
        }
    }

    /** Looks no more; what is registered now is the caller's to end. */
    Optional<Registered> end() {
        Ending.of(thread);
        synchronized (this) {
            ended = true;
            Optional<Registered> last = Optional.ofNullable(registered);
            registered = null;
            return last;
        }
    }
}
