package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Carries connections, one after the other, to a reader in fragments of its own choice, and notes what phones sent. */
final class RecordingRelay implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final InetSocketAddress target;
    private final IntUnaryOperator fragment;
    private final ByteArrayOutputStream fromPhones = new ByteArrayOutputStream();

    /** Carries everything as it comes. */
    RecordingRelay(InetSocketAddress target) throws IOException {
        this(target, available -> available);
    }

    /** Carries in fragments of {@code fragment.applyAsInt(available)} octets, at least one. */
    RecordingRelay(InetSocketAddress target, IntUnaryOperator fragment) throws IOException {
        this.target = target;
        this.fragment = fragment;
        daemon(this::serve);
    }

    /** Fragments of random sizes from one octet to eleven, the same for each seed. */
    static IntUnaryOperator randomFragments(long seed) {
        Random random = new Random(seed);
        return available -> Math.min(available, 1 + random.nextInt(11));
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    /** The first message of {@code kind} that a phone sent through here. */
    synchronized Bytes messageOfKind(int kind) {
        Bytes stream = Bytes.copyOf(fromPhones.toByteArray());
        for (int at = 0; at < stream.size(); ) {
            int length = (stream.unsigned(at) << 8) | stream.unsigned(at + 1);
            if (stream.unsigned(at + 2) == kind) {
                return stream.slice(at + 2, at + 2 + length);
            }
            at += 2 + length;
        }
        throw new AssertionError("no message of kind " + kind);
    }

    private void serve() throws IOException {
        while (!listening.isClosed()) {
            Socket phone = listening.accept();
            Socket reader = new Socket(target.getAddress(), target.getPort());
            phone.setTcpNoDelay(true);
            reader.setTcpNoDelay(true);
            daemon(() -> pump(phone, reader, true));
            daemon(() -> pump(reader, phone, false));
        }
    }

    private void pump(Socket from, Socket to, boolean record) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1024];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (record) {
                    note(buffer, read);
                }
                for (int at = 0; at < read; ) {
                    int size;
                    synchronized (this) {
                        size = fragment.applyAsInt(read - at);
                    }
                    out.write(buffer, at, size);
                    out.flush();
                    at += size;
                }
            }
        }
    }

    private synchronized void note(byte[] octets, int length) {
        fromPhones.write(octets, 0, length);
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                Thread.currentThread().interrupt(); // nothing left to do: one of the two sides has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
