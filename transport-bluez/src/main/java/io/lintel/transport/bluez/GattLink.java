package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The reader's end of a channel to one subscribed phone. Everything happens on the lane, a single thread. */
final class GattLink implements BleLink {
    /** bluetoothd takes all that it is given; this bounds what a phone that went away leaves behind. */
    private static final int MOST_WAITING = 8;

    private static final int MOST_UNHEARD = 64;

    private final String device;
    private final Executor lane;
    private final Ends ends;
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Bytes> unheard = new ArrayList<>();
    private volatile int mtu;
    private volatile @Nullable CloseReason closed;
    private @Nullable Listener listener;

    GattLink(String device, int mtu, Executor lane, Ends ends) {
        this.device = device;
        this.mtu = mtu;
        this.lane = lane;
        this.ends = ends;
    }

    /** Where a link's packets go, and who hears of its end; called on the lane. */
    interface Ends {
        void notify(Bytes packet);

        /** The reader is done with the phone. */
        void left(GattLink link, CloseReason reason);
    }

    String device() {
        return device;
    }

    @Override
    public Transport transport() {
        return Transport.BLE_GATT;
    }

    @Override
    public int maxPacketOctets() {
        return mtu - Att.WRITE_HEADER_OCTETS;
    }

    @Override
    public void open(Listener listener) {
        lane.execute(() -> {
            CloseReason why = closed;
            if (why != null) {
                listener.closed(why); // the phone left before anybody heard
                return;
            }
            this.listener = listener;
            unheard.forEach(listener::received);
            unheard.clear();
        });
    }

    @Override
    public boolean offer(Bytes packet) {
        if (closed != null) {
            return false;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            lane.execute(this::tellOfRoom); // behind all that waits
            return false;
        }
        lane.execute(() -> pass(packet));
        return true;
    }

    private void pass(Bytes packet) {
        waiting.decrementAndGet();
        if (closed == null) {
            ends.notify(packet);
        }
    }

    private void tellOfRoom() {
        if (closed == null && listener != null) {
            listener.writable();
        }
    }

    @Override
    public void close(CloseReason reason) {
        lane.execute(() -> {
            if (end(reason)) {
                ends.left(this, reason);
            }
        });
    }

    /** On the lane: a packet of the phone. */
    void received(Bytes packet, int mtuNow) {
        mtu = Math.max(mtu, mtuNow);
        if (closed != null || packet.isEmpty()) {
            return;
        }
        if (listener != null) {
            listener.received(packet);
        } else if (unheard.size() < MOST_UNHEARD) {
            unheard.add(packet);
        }
    }

    /** On the lane: the channel is gone; returns false if it was before. */
    boolean end(CloseReason reason) {
        if (closed != null) {
            return false;
        }
        closed = reason;
        if (listener != null) {
            listener.closed(reason);
        }
        return true;
    }
}
