package io.lintel.transport.ble.simulator;

import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** A connection between a phone and a reader, with a {@link BleLink} for each. Not thread-safe: a simulation is one thread. */
public final class SimulatedConnection {
    /** Without a packet for so long a connection is lost: of 100 ms to 32 s (Bluetooth Core, LL supervision) what phones commonly choose. */
    private static final Duration SUPERVISION = Duration.ofSeconds(5);

    private final SimulatedTime time;
    private final RadioConditions conditions;
    private final Random random;
    private final SimulatedLink phone;
    private final SimulatedLink reader;
    private final Instant mtuExchanged;
    private Instant lastPassed;
    private boolean open = true;
    private int events;

    /** Connects; the first connection event is one interval away. What is random comes from {@code seed}. */
    public SimulatedConnection(SimulatedTime time, RadioConditions conditions, long seed) {
        this.time = time;
        this.conditions = conditions;
        this.random = new Random(seed);
        this.lastPassed = time.now();
        this.mtuExchanged = time.now().plus(conditions.mtuExchange());
        this.phone = new SimulatedLink(this);
        this.reader = new SimulatedLink(this);
        time.after(conditions.interval(), this::event);
    }

    /** The phone's end. */
    public BleLink phone() {
        return phone;
    }

    /** The reader's end. */
    public BleLink reader() {
        return reader;
    }

    /** How many packets the phone has sent, repeats of the link layer not counted. */
    public int packetsOfPhone() {
        return phone.packetsSent();
    }

    /** How many packets the reader has sent, repeats of the link layer not counted. */
    public int packetsOfReader() {
        return reader.packetsSent();
    }

    /** How many connection events there were. */
    public int events() {
        return events;
    }

    /** Loses the connection now, as when the phone is carried away. */
    public void lose() {
        if (open) {
            open = false;
            phone.tellClosed(CloseReason.CONNECTION_LOST);
            reader.tellClosed(CloseReason.CONNECTION_LOST);
        }
    }

    RadioConditions conditions() {
        return conditions;
    }

    boolean isOpen() {
        return open;
    }

    boolean isMtuExchanged() {
        return !time.now().isBefore(mtuExchanged);
    }

    boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    private void event() {
        if (!open) {
            return;
        }
        events++;
        if (happens(conditions.faults().disconnect())) {
            lose();
            return;
        }
        int sent = packetsOfPhone() + packetsOfReader();
        phone.transmitTo(reader);
        reader.transmitTo(phone);
        if (sent < packetsOfPhone() + packetsOfReader() || !(phone.waits() || reader.waits())) {
            lastPassed = time.now();
        } else if (!time.now().isBefore(lastPassed.plus(SUPERVISION))) {
            lose();
            return;
        }
        if (phone.hasEnded() || reader.hasEnded()) {
            open = false;
            phone.tellClosed(phone.hasEnded() ? phone.reason() : CloseReason.PEER_LEFT);
            reader.tellClosed(reader.hasEnded() ? reader.reason() : CloseReason.PEER_LEFT);
            return;
        }
        time.after(conditions.interval(), this::event);
    }
}
