package io.lintel.transport.bluez;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A device at the other end of a socket, without a kernel: it answers at once, in the sender's thread. */
final class DeviceHere {
    private static final int POLLED_EVENTS = 6;

    private final Function<Bytes, List<Bytes>> answers;
    private final Deque<Bytes> answered = new ArrayDeque<>();
    final List<Bytes> asked = new ArrayList<>();

    /** A device that answers each PDU with others, or with none. */
    DeviceHere(Function<Bytes, List<Bytes>> answers) {
        this.answers = answers;
    }

    /** The phone's socket to it. */
    L2capSocket socket() throws IOException {
        LibC kernel = (LibC) Proxy.newProxyInstance(
                LibC.class.getClassLoader(),
                new Class<?>[] {LibC.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "send" -> send((byte[]) arguments[1]);
                    case "recv" -> receive((byte[]) arguments[1]);
                    case "poll" -> poll((byte[]) arguments[0]);
                    default -> 0;
                });
        return L2capSocket.boundToListen(kernel, L2capSocket.Endpoint.att(BluetoothAddress.NONE))
                .orElseThrow();
    }

    private NativeLong send(byte[] packet) {
        Bytes pdu = Bytes.copyOf(packet);
        asked.add(pdu);
        answered.addAll(answers.apply(pdu));
        return new NativeLong(packet.length);
    }

    private NativeLong receive(byte[] packet) {
        Bytes pdu = answered.poll();
        if (pdu == null) {
            throw new LastErrorException(LibC.EAGAIN);
        }
        System.arraycopy(pdu.toByteArray(), 0, packet, 0, pdu.size());
        return new NativeLong(pdu.size());
    }

    private int poll(byte[] sockets) {
        sockets[POLLED_EVENTS] = (byte) LibC.POLLIN;
        return answered.isEmpty() ? 0 : 1;
    }
}
