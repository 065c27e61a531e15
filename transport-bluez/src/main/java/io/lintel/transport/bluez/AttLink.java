package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The phone's end of a channel over GATT: writes to one characteristic, notifications of another.
 *
 * <p>Write Commands are not acknowledged, and a reader's stack drops them when it cannot keep up. So every eighth write is a
 * Write Request, and nothing is sent before its answer: at most eight packets are on their way.
 */
final class AttLink extends SocketLink {
    private static final int WINDOW = 8;

    private final L2capSocket socket;
    private final int mtu;
    private final int ownMtu;
    private final int toReader;
    private final int toPhone;
    private final int configuration;
    private final Deque<Bytes> notifiedBefore;
    private int sent;
    private volatile boolean unanswered;

    AttLink(L2capSocket socket, int mtu, int ownMtu, Handles handles, Deque<Bytes> notifiedBefore) {
        super(socket);
        this.socket = socket;
        this.mtu = mtu;
        this.ownMtu = ownMtu;
        this.toReader = handles.toReader();
        this.toPhone = handles.toPhone();
        this.configuration = handles.configuration();
        this.notifiedBefore = new ArrayDeque<>(notifiedBefore);
    }

    /** The attributes of the reader's service: two values, and what subscribes to the second. */
    record Handles(int toReader, int toPhone, int configuration) {}

    @Override
    public Transport transport() {
        return Transport.BLE_GATT;
    }

    @Override
    public int maxPacketOctets() {
        return mtu - Att.WRITE_HEADER_OCTETS;
    }

    @Override
    public boolean offer(Bytes packet) {
        if (unanswered) {
            hold();
            return false;
        }
        boolean taken = sent == WINDOW - 1 ? request(packet) : command(packet);
        if (taken) {
            sent = (sent + 1) % WINDOW;
        }
        return taken;
    }

    /** Writes without an answer, whatever is on its way; false if the kernel has no room. */
    boolean command(Bytes packet) {
        return send(Att.write(Att.WRITE_COMMAND, toReader, packet));
    }

    /** Writes so that the reader's stack answers; there is no room until it has. */
    boolean request(Bytes packet) {
        unanswered = true; // before the answer can come
        boolean taken = send(Att.write(Att.WRITE, toReader, packet));
        if (!taken) {
            unanswered = false;
        }
        return taken;
    }

    @Override
    boolean hasRoom() {
        return !unanswered;
    }

    /**
     * Unsubscribes, since the kernel keeps the connection for two seconds, and the next tap may come in that time. The answer says that
     * the reader's stack has taken all that came before: bluetoothd 5.66 crashes on a write that it reads behind the end of its connection.
     */
    @Override
    void leave() throws IOException {
        long until = System.nanoTime() + AttClient.ANSWER_MILLIS * 1_000_000L;
        if (unanswered) {
            awaitAnswer(until);
        }
        if (socket.send(Att.write(Att.WRITE, configuration, Bytes.of(0, 0)))) {
            awaitAnswer(until);
        }
    }

    private void awaitAnswer(long until) throws IOException {
        boolean over = false;
        while (!over) {
            int left = (int) ((until - System.nanoTime()) / 1_000_000L);
            over = left <= 0
                    || socket.await(false, left) == L2capSocket.Ready.NOTHING
                    || socket.receive().filter(pdu -> !isAnswer(pdu)).isEmpty();
        }
    }

    private static boolean isAnswer(Bytes pdu) {
        int opcode = pdu.unsigned(0);
        return opcode == Att.WRITE + 1 || opcode == Att.ERROR;
    }

    @Override
    void begin(Listener listener) throws IOException {
        for (Bytes pdu : notifiedBefore) {
            received(pdu, listener);
        }
        notifiedBefore.clear();
    }

    @Override
    void received(Bytes pdu, Listener listener) throws IOException {
        int opcode = pdu.unsigned(0);
        boolean isNews = opcode == Att.NOTIFICATION || opcode == Att.INDICATION;
        if (isNews && pdu.size() > Att.WRITE_HEADER_OCTETS && Att.u16(pdu, 1) == toPhone) {
            listener.received(pdu.slice(Att.WRITE_HEADER_OCTETS, pdu.size()));
        }
        if (isAnswer(pdu)) {
            unanswered = false;
        } else {
            AttClient.serve(socket, pdu, ownMtu);
        }
    }
}
