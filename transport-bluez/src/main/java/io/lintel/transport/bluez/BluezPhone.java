package io.lintel.transport.bluez;

import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleTap;
import io.lintel.transport.bluez.L2capSocket.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A phone's way to readers over one Bluetooth LE adapter of a Linux machine, for tests and handheld devices. Thread-safe.
 *
 * <p>It speaks to the kernel and leaves bluetoothd aside, so that one machine can be phone and reader: bluetoothd serves all
 * adapters, and would take our own reader's service for the phone's.
 */
public final class BluezPhone implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BluezPhone.class);

    /** The largest MTU that attributes need. */
    public static final int MAX_MTU = 517;

    private static final int MAX_SDU_OCTETS = 0xFFFF;

    private static final int CONNECT_SECONDS = 10;
    private static final Duration AGAIN_WITHIN = Duration.ofSeconds(5);

    private final String adapter;
    private final BluetoothAddress own;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lintel-bluetooth-phone");
        thread.setDaemon(true);
        return thread;
    });

    private BluezPhone(String adapter, BluetoothAddress own) {
        this.adapter = adapter;
        this.own = own;
    }

    /**
     * A phone on {@code adapter}, as bluetoothctl names it.
     *
     * @throws BluetoothException if the adapter cannot be used now
     */
    public static BluezPhone on(String adapter) {
        try (Bus bus = Bus.open(adapter)) {
            return new BluezPhone(adapter, bus.address());
        }
    }

    /**
     * Looks for readers.
     *
     * @param time how long to listen; a reader advertises several times in a second
     * @return the readers that were heard, the strongest signal first
     * @throws BluetoothException if the adapter cannot be used now
     */
    public List<Sighting> scan(Duration time) {
        try (Bus bus = Bus.open(adapter)) {
            return new Scan(bus).listen(time);
        }
    }

    /**
     * Listens for readers, for a choice by proximity: reports every advertisement when it is heard, one call at a time on the
     * caller's thread. Where the adapter measures no signals, readers around are reported several times in a second.
     *
     * @param time how long to listen at the most
     * @param enough takes what was heard; true ends the listening
     * @throws BluetoothException if the adapter cannot be used now
     */
    public void listen(Duration time, Predicate<Sighting> enough) {
        try (Bus bus = Bus.open(adapter)) {
            new Scan(bus).listen(time, enough);
        }
    }

    /**
     * Opens {@code link} and lets {@code session} tap over it, as {@link BleTap#begin} says.
     *
     * @param session a new session whose request names the link's transport
     */
    public BleTap tap(PhoneSession session, BleLink link, InstantSource clock, CourierBudget budget) {
        return BleTap.begin(session, link, clock.withZone(ZoneOffset.UTC), this::after, budget);
    }

    private Runnable after(Duration delay, Runnable task) {
        ScheduledFuture<?> due = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> due.cancel(false);
    }

    /** Ends the timer that taps under way go by. */
    @Override
    public void close() {
        timer.shutdownNow();
    }

    /**
     * Connects to a reader and opens a channel over GATT. It waits until the reader advertises, 10 s at the most.
     *
     * @param mtu the ATT MTU to ask for, 23 to 517
     * @throws BluetoothException.Unreachable if no channel came about
     */
    public BleLink overGatt(BluetoothAddress reader, int mtu) {
        if (mtu < Att.MIN_MTU || mtu > MAX_MTU) {
            throw new IllegalArgumentException("an ATT MTU is 23 to 517, not " + mtu);
        }
        return open(reader, Endpoint.att(own), socket -> {
            socket.connect(Endpoint.att(reader), CONNECT_SECONDS);
            return new AttClient(socket, mtu, AttClient.SUBSCRIBES_WITHIN).subscribe();
        });
    }

    /**
     * Connects to a reader and opens an L2CAP channel to the PSM that it advertises.
     *
     * @param mtu the most octets that an SDU may have, either way, 23 to 65535; {@link #MAX_MTU} holds any message
     * @throws BluetoothException.Unreachable if no channel came about
     */
    public BleLink overL2cap(BluetoothAddress reader, int psm, int mtu) {
        if (mtu < Att.MIN_MTU || mtu > MAX_SDU_OCTETS) {
            throw new IllegalArgumentException("an L2CAP MTU is 23 to 65535, not " + mtu);
        }
        return open(reader, new Endpoint(own, 0, 0), socket -> {
            socket.receiveAtMost(mtu);
            socket.connect(new Endpoint(reader, psm, 0), CONNECT_SECONDS);
            return new L2capLink(socket, Math.min(mtu, socket.maxPacketOctets()));
        });
    }

    /**
     * Connects, and once more where that failed soon: radio connections get lost while they are made, and a bluetoothd that has
     * not noticed yet that the phone had left turns it away ({@code testbed/README.md}). Nothing of a tap has been sent by then.
     */
    private static BleLink open(BluetoothAddress reader, Endpoint from, Opening opening) {
        long begun = System.nanoTime();
        try {
            try {
                return attempt(from, opening);
            } catch (IOException lost) {
                if (System.nanoTime() - begun > AGAIN_WITHIN.toNanos()) {
                    throw lost;
                }
                log.debug("Connecting once more: {}", lost.getMessage());
                return attempt(from, opening);
            }
        } catch (IOException failed) {
            throw new BluetoothException.Unreachable(reader.toString(), failed);
        }
    }

    private static BleLink attempt(Endpoint from, Opening opening) throws IOException {
        L2capSocket socket = L2capSocket.bound(from);
        try {
            return opening.open(socket);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }

    @FunctionalInterface
    private interface Opening {
        BleLink open(L2capSocket socket) throws IOException;
    }
}
