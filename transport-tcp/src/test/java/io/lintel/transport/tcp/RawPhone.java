package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;

/** A peer that a test drives octet by octet over a plain socket. */
final class RawPhone implements AutoCloseable {
    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;

    /** Connects to {@code server} from {@code address}, one of 127.0.0.0/8. */
    RawPhone(String address, InetSocketAddress server) throws IOException {
        socket.setTcpNoDelay(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
        socket.connect(server);
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    Bytes receive() throws IOException {
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return Bytes.copyOf(message);
    }

    void send(Bytes message) throws IOException {
        sendRaw(Bytes.concat(Bytes.of(message.size() >> 8, message.size() & 0xFF), message));
    }

    void sendRaw(Bytes octets) throws IOException {
        out.write(octets.toByteArray());
        out.flush();
    }

    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether the reader has closed this connection, once all that it sent before is read; waits for that. */
    boolean isClosedByReader() {
        try {
            while (in.read() >= 0) {
                // what it had said before
            }
            return true;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Taps, after {@code opener} has been received. */
    Optional<TapResult> tap(TestPhone phone, Bytes opener) throws IOException {
        PhoneSession session = phone.wallet().tap(Taps.GESTURE, TestSite.NOW);
        Optional<TapResult> result = act(session.receive(opener, TestSite.NOW));
        while (result.isEmpty() && !session.isEnded()) {
            result = act(session.receive(receive(), TestSite.NOW));
        }
        return result;
    }

    private Optional<TapResult> act(List<PhoneEffect> effects) throws IOException {
        Optional<TapResult> result = Optional.empty();
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                send(send.message());
            } else if (effect instanceof PhoneEffect.Finished finished) {
                result = Optional.of(finished.result());
            }
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
