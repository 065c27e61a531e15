package io.lintel.transport.ble.netty;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A link over GATT without a peer: notes what is sent, and says what the test wants said. Thread-safe. */
final class RecordingLink implements BleLink {
    private static final int MAX_PACKET_OCTETS = 182;
    private static final int LONG_SECONDS = 60;

    private final LinkedBlockingQueue<Bytes> sent = new LinkedBlockingQueue<>();
    private final CompletableFuture<Listener> listener = new CompletableFuture<>();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private volatile boolean full;
    private volatile boolean failsAtTransport;
    private volatile boolean failsAtOpen;

    @Override
    public Transport transport() {
        failIf(failsAtTransport);
        return Transport.BLE_GATT;
    }

    @Override
    public int maxPacketOctets() {
        return MAX_PACKET_OCTETS;
    }

    @Override
    public void open(Listener hears) {
        failIf(failsAtOpen);
        listener.complete(hears);
    }

    @Override
    public boolean offer(Bytes packet) {
        return !full && sent.add(packet);
    }

    @Override
    public void close(CloseReason reason) {
        closed.complete(reason);
    }

    void fill(boolean value) {
        full = value;
        if (!value) {
            listener.join().writable();
        }
    }

    void failAtTransport() {
        failsAtTransport = true;
    }

    void failAtOpen() {
        failsAtOpen = true;
    }

    private static void failIf(boolean failing) {
        if (failing) {
            throw new UncheckedIOException(new IOException("the adapter is gone"));
        }
    }

    void say(Bytes packet) {
        listener.join().received(packet);
    }

    void lose() {
        listener.join().closed(CloseReason.CONNECTION_LOST);
    }

    /** The next packet that was sent; waits for it. */
    Bytes next() throws InterruptedException {
        return Optional.ofNullable(sent.poll(LONG_SECONDS, TimeUnit.SECONDS)).orElseThrow();
    }

    /** What was sent and not yet looked at. */
    List<Bytes> rest() {
        List<Bytes> rest = new ArrayList<>();
        sent.drainTo(rest);
        return rest;
    }

    CloseReason closed() throws Exception {
        return closed.get(LONG_SECONDS, TimeUnit.SECONDS);
    }

    boolean isOpen() {
        return !closed.isDone();
    }
}
