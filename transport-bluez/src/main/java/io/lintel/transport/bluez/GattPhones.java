package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.CloseReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The phones at a reader's GATT service, each named by its object path. Thread-safe; what changes, changes on the lane.
 *
 * <p>A notification goes to every phone that has subscribed, so one phone is served at a time, and one that comes
 * meanwhile is sent away.
 */
final class GattPhones implements GattObjects.Phones, GattLink.Ends {
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(10);

    private final ScheduledExecutorService lane;
    private final Channels channels;
    private final Stack stack;
    private final Set<GattLink> leaving = new HashSet<>();
    private volatile @Nullable GattLink serving;
    private boolean confirmed;

    GattPhones(ScheduledExecutorService lane, Channels channels, Stack stack) {
        this.lane = lane;
        this.channels = channels;
        this.stack = stack;
    }

    /** What bluetoothd does for a reader; called on the lane. */
    interface Stack {
        void notify(Bytes packet);

        /** Ends a phone's connection, and does not wait for that. */
        void disconnect(String device);
    }

    @Override
    public void subscribed(String device, int mtu) {
        lane.execute(() -> {
            leaving.removeIf(link -> link.device().equals(device));
            GattLink current = serving;
            if (current != null && current.device().equals(device)) {
                current.end(CloseReason.PEER_LEFT);
            } else if (current != null) {
                stack.disconnect(device);
                return;
            }
            GattLink opened = new GattLink(device, mtu, lane, this);
            serving = opened;
            confirmed = false;
            channels.opened(opened, device.substring(device.lastIndexOf('/') + 1));
        });
    }

    @Override
    public void started() {
        lane.execute(() -> confirmed = true);
    }

    /** What stops before the subscription of the phone that is served was confirmed is that of one before it. */
    @Override
    public void stopped() {
        lane.execute(() -> {
            GattLink current = serving;
            if (current != null && confirmed) {
                gone(current.device());
            }
        });
    }

    /** A phone writes once it has the opener, which nobody sends before {@code serving} says so: nothing waits for the lane here. */
    @Override
    public boolean wrote(String device, int mtu, Bytes packet) {
        GattLink current = serving;
        if (current == null || !current.device().equals(device)) {
            return false;
        }
        lane.execute(() -> current.received(packet, mtu));
        return true;
    }

    /** A phone's connection has ended. */
    void disconnected(String device) {
        lane.execute(() -> gone(device));
    }

    private void gone(String device) {
        leaving.removeIf(link -> link.device().equals(device));
        GattLink current = serving;
        if (current != null && current.device().equals(device)) {
            serving = null;
            current.end(CloseReason.PEER_LEFT);
        }
    }

    @Override
    public void notify(Bytes packet) {
        stack.notify(packet);
    }

    @Override
    public void left(GattLink link, CloseReason reason) {
        if (!link.equals(serving)) {
            return;
        }
        serving = null;
        if (reason == CloseReason.DONE) {
            // bluetoothd's own timer would also hit the phone's next connection, so a phone that is done goes by
            // itself.
            leaving.add(link);
            var unused = lane.schedule(() -> dismiss(link), LEAVES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            stack.disconnect(link.device());
        }
    }

    private void dismiss(GattLink link) {
        if (leaving.remove(link)) {
            stack.disconnect(link.device());
        }
    }

    /** Ends what is served, and returns when the lane has done that and all before it. */
    void end() {
        CompletableFuture.runAsync(
                        () -> {
                            GattLink current = serving;
                            serving = null;
                            if (current != null) {
                                current.end(CloseReason.ADAPTER_GONE);
                            }
                        },
                        lane)
                .join();
    }
}
