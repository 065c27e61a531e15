package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;

/**
 * What a phone does before a channel is open: agree on the MTU, find the service, subscribe. One request at a time, each answered
 * within a bound and all within another; what the reader notifies meanwhile is kept.
 *
 * <p>Nothing is known of the device yet. Whatever it answers, the end is a channel or an {@link IOException}.
 */
final class AttClient {
    static final int ANSWER_MILLIS = 5_000;
    /** Some ten requests, each of which a connection event or two carry. */
    static final Duration SUBSCRIBES_WITHIN = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 64;
    private static final int CHARACTERISTIC_OCTETS = 21;

    private final L2capSocket socket;
    private final int ownMtu;
    private final long endsAt;
    private final Deque<Bytes> notified = new ArrayDeque<>();
    private int mtu = Att.MIN_MTU;

    /** A client that gives up {@code within} some time from now, whatever the device does. */
    AttClient(L2capSocket socket, int ownMtu, Duration within) {
        this.socket = socket;
        this.ownMtu = ownMtu;
        this.endsAt = System.nanoTime() + within.toNanos();
    }

    /** Opens the channel over GATT. */
    AttLink subscribe() throws IOException {
        if (ownMtu > Att.MIN_MTU) {
            Bytes answer = ask(Att.mtu(Att.MTU_REQUEST, ownMtu), Att.MTU_RESPONSE, 3);
            mtu = Math.max(Att.MIN_MTU, Math.min(ownMtu, Att.u16(answer, 1)));
        }
        Range service = service();
        int toReader = 0;
        int toPhone = 0;
        int from = service.from();
        while (from != 0 && from <= service.to()) {
            Bytes answer = askOrNone(Att.readCharacteristics(from, service.to()), Att.READ_BY_TYPE + 1, 2);
            int each = answer.isEmpty() ? 0 : answer.unsigned(1);
            int next = 0;
            for (int at = 2; each == CHARACTERISTIC_OCTETS && at + each <= answer.size(); at += each) {
                int value = Att.u16(answer, at + 3);
                if (value < Math.max(from, next) || value > service.to()) {
                    throw new IOException("the device's characteristics are in no order");
                }
                toReader = is(answer, at, BleUuids.TO_READER) ? value : toReader;
                toPhone = is(answer, at, BleUuids.TO_PHONE) ? value : toPhone;
                next = value + 1;
            }
            from = next;
        }
        if (toReader == 0 || toPhone == 0) {
            throw new IOException("the device has the service, but not its characteristics");
        }
        int configuration = configuration(toPhone, service.to());
        ask(Att.write(Att.WRITE, configuration, Bytes.of(1, 0)), Att.WRITE + 1, 1);
        return new AttLink(socket, mtu, ownMtu, new AttLink.Handles(toReader, toPhone, configuration), notified);
    }

    private record Range(int from, int to) {}

    private static boolean is(Bytes answer, int at, UUID characteristic) {
        return answer.slice(at + 5, at + CHARACTERISTIC_OCTETS).equals(Att.encoded(characteristic));
    }

    private Range service() throws IOException {
        Bytes found = askOrNone(Att.findService(BleUuids.SERVICE, 1), Att.FIND_BY_TYPE_VALUE + 1, 5);
        if (found.isEmpty()) {
            throw new IOException("the device is no reader: it does not offer the service");
        }
        return new Range(Att.u16(found, 1), Att.u16(found, 3));
    }

    /** The descriptor that subscribes to the characteristic whose value is at {@code handle}. */
    private int configuration(int handle, int last) throws IOException {
        Bytes answer = handle == last
                ? Bytes.of()
                : askOrNone(Att.findInformation(handle + 1, last), Att.FIND_INFORMATION + 1, 2);
        int each = 4;
        for (int at = 2; at + each <= answer.size(); at += each) {
            if (Att.u16(answer, at + 2) == Att.CLIENT_CONFIGURATION) {
                return Att.u16(answer, at);
            }
        }
        throw new IOException("nothing subscribes to the reader's characteristic");
    }

    private Bytes ask(Bytes request, int wanted, int least) throws IOException {
        Bytes answer = askOrNone(request, wanted, least);
        if (answer.isEmpty()) {
            throw new IOException("the reader refused ATT request " + request.unsigned(0));
        }
        return answer;
    }

    /** The answer to a request, {@code least} octets or more; empty where it is an error. */
    private Bytes askOrNone(Bytes request, int wanted, int least) throws IOException {
        if (!socket.send(request)) {
            throw new IOException("the kernel takes no request");
        }
        long answered = System.nanoTime() + ANSWER_MILLIS * 1_000_000L;
        long until = answered - endsAt < 0 ? answered : endsAt;
        while (true) {
            Bytes pdu = next(until);
            int opcode = pdu.unsigned(0);
            if (opcode == wanted && pdu.size() < least) {
                throw new IOException("the device's answer to ATT request " + request.unsigned(0) + " is cut short");
            } else if (opcode == wanted) {
                return pdu;
            } else if (opcode == Att.ERROR) {
                return Bytes.of();
            } else if (opcode == Att.NOTIFICATION && notified.size() < MOST_KEPT) {
                notified.add(pdu);
            } else {
                serve(socket, pdu, ownMtu);
            }
        }
    }

    private Bytes next(long until) throws IOException {
        int left = (int) ((until - System.nanoTime()) / 1_000_000L);
        if (left <= 0 || socket.await(false, left) == L2capSocket.Ready.NOTHING) {
            throw new IOException("the reader did not answer in time");
        }
        Optional<Bytes> pdu = socket.receive();
        return pdu.orElseThrow(() -> new IOException("the reader disconnected"));
    }

    /** Answers what the reader's own stack asks of us, as both sides of ATT may ask. */
    static void serve(L2capSocket socket, Bytes pdu, int ownMtu) throws IOException {
        if (pdu.unsigned(0) == Att.MTU_REQUEST) {
            socket.send(Att.mtu(Att.MTU_RESPONSE, ownMtu));
        } else if (pdu.unsigned(0) == Att.INDICATION) {
            socket.send(Bytes.of(Att.CONFIRMATION));
        } else if (Att.isRequest(pdu)) {
            socket.send(Att.notSupported(pdu));
        }
    }
}
