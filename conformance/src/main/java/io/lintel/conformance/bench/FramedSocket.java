package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A connection with messages framed as in {@code spec/protocol.md 10}, over a plain socket: it has to be able to break every
 * rule. For one thread.
 */
public final class FramedSocket implements OctetLine {
    private static final int LENGTH_OCTETS = 2;

    private final Socket socket;
    private final byte[] buffer = new byte[LENGTH_OCTETS + 65_535];
    private int filled;

    private FramedSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** Connects. */
    public static FramedSocket connect(InetSocketAddress address, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, Math.toIntExact(patience.toMillis()));
            return new FramedSocket(socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** Takes a connection that somebody else accepted. */
    public static FramedSocket of(Socket accepted) throws IOException {
        return new FramedSocket(accepted);
    }

    @Override
    public void send(Bytes message) throws IOException {
        sendOctets(frame(message));
    }

    @Override
    public void sendOctets(Bytes octets) throws IOException {
        socket.getOutputStream().write(octets.toByteArray());
        socket.getOutputStream().flush();
    }

    /** Returns a message in its frame. */
    public static Bytes frame(Bytes message) {
        return Bytes.concat(Bytes.of(message.size() >>> 8, message.size() & 0xff), message);
    }

    /** Says that nothing more will be sent. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public Seen next(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!isWhole()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return new Seen.Silence(patience.toMillis());
                }
                socket.setSoTimeout(Math.toIntExact(left));
                InputStream in = socket.getInputStream();
                int read = in.read(buffer, filled, buffer.length - filled);
                if (read < 0) {
                    return filled == 0 ? new Seen.Closed() : new Seen.Cut();
                }
                filled += read;
            }
            return new Seen.Message(take());
        } catch (SocketTimeoutException silence) {
            return new Seen.Silence(patience.toMillis());
        } catch (IOException reset) {
            return new Seen.Closed();
        }
    }

    private boolean isWhole() {
        return filled >= LENGTH_OCTETS && filled >= LENGTH_OCTETS + length();
    }

    private int length() {
        return (buffer[0] & 0xff) << 8 | (buffer[1] & 0xff);
    }

    private Bytes take() {
        int end = LENGTH_OCTETS + length();
        Bytes message = Bytes.copyOf(buffer, LENGTH_OCTETS, end - LENGTH_OCTETS);
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        filled -= end;
        return message;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing more is wanted of it.
        }
    }
}
