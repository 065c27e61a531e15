package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel over a socket of the kernel, with a thread of its own that receives.
 *
 * <p>What is sent goes straight to the kernel, whose buffer is the only queue: a full one refuses, and that is the flow control.
 */
abstract class SocketLink implements BleLink {
    /** How long a refused packet may wait unnoticed where room came in the middle of a wait. */
    private static final int POLL_MILLIS = 20;

    private final L2capSocket socket;
    private volatile boolean refused;
    private volatile boolean leaving;
    private volatile @Nullable CloseReason ended;

    SocketLink(L2capSocket socket) {
        this.socket = socket;
    }

    @Override
    public final void open(Listener listener) {
        Thread thread = new Thread(() -> serve(listener), "lintel-bluetooth-link");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public final void close(CloseReason reason) {
        if (ended == null) {
            leaving = true;
            ended = reason; // and the thread that receives leaves and closes the socket, in a moment
        }
    }

    /** Ends the connection without another word. */
    final void vanish() {
        ended = CloseReason.CONNECTION_LOST;
    }

    /** Whether the kernel has let go of the socket, which comes a moment after the end. */
    final boolean isReleased() {
        return socket.isClosed();
    }

    /** Says what is left to say before the socket is closed, on the thread that receives. */
    void leave() throws IOException {}

    /** Sends a packet to the kernel; false if it has no room, or if the link is closed. */
    final boolean send(Bytes packet) {
        if (ended != null) {
            return false;
        }
        try {
            boolean taken = socket.send(packet);
            if (!taken) {
                refused = true;
            }
            return taken;
        } catch (IOException gone) {
            close(CloseReason.CONNECTION_LOST);
            return false;
        }
    }

    /** Notes that a packet was refused although the kernel has room: the listener is told when there is room again. */
    final void hold() {
        refused = true;
    }

    /** Whether more may be sent; asked before a listener is told so. */
    boolean hasRoom() {
        return true;
    }

    /** A packet came from the kernel. */
    abstract void received(Bytes packet, Listener listener) throws IOException;

    private void serve(Listener listener) {
        try {
            begin(listener);
            while (ended == null) {
                step(listener);
            }
            if (leaving) {
                leave();
            }
        } catch (IOException gone) {
            ended = ended == null ? CloseReason.CONNECTION_LOST : ended;
        } catch (RuntimeException failure) {
            ended = CloseReason.OWN_FAILURE;
            throw failure;
        } finally {
            socket.close();
            CloseReason why = ended;
            listener.closed(why == null ? CloseReason.OWN_FAILURE : why);
        }
    }

    /** Reports what came in before the link was opened. */
    void begin(Listener listener) throws IOException {}

    private void step(Listener listener) throws IOException {
        boolean waiting = refused && hasRoom();
        switch (socket.await(waiting, POLL_MILLIS)) {
            case READABLE -> {
                Optional<Bytes> packet = socket.receive();
                if (packet.isEmpty()) {
                    ended = ended == null ? CloseReason.PEER_LEFT : ended;
                } else {
                    received(packet.get(), listener);
                }
            }
            case WRITABLE -> {
                refused = false;
                listener.writable();
            }
            case NOTHING -> {
                // Look again, perhaps for room as well.
            }
        }
    }
}
