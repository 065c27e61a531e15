package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stands before a reader and changes what passes, so that a good one behaves like a bad one. */
final class Relay implements AutoCloseable {
    /** What is done to one connection. */
    interface Tampering {
        /** Returns what the reader gets for a message of the phone's; {@code back} answers the phone. */
        default List<Bytes> up(Bytes message, Consumer<Bytes> back) {
            return List.of(message);
        }

        /** Returns what the phone gets for a message of the reader's. */
        default List<Bytes> down(Bytes message) {
            return List.of(message);
        }

        /** Returns what the phone gets when the reader closes. */
        default List<Bytes> whenReaderCloses() {
            return List.of();
        }

        /** Returns what the reader gets when the phone closes. */
        default List<Bytes> whenPhoneCloses() {
            return List.of();
        }

        /** Returns whether the phone is told that the reader closed. */
        default boolean tellsOfClosing() {
            return true;
        }
    }

    private final ServerSocket server;
    private final Supplier<InetSocketAddress> reader;
    private final Supplier<Tampering> tamperings;

    private Relay(ServerSocket server, Supplier<InetSocketAddress> reader, Supplier<Tampering> tamperings) {
        this.server = server;
        this.reader = reader;
        this.tamperings = tamperings;
    }

    static Relay before(InetSocketAddress reader, Supplier<Tampering> tamperings) throws IOException {
        return before(() -> reader, tamperings);
    }

    /** Stands before several readers: {@code reader} says for each connection which it goes to. */
    static Relay before(Supplier<InetSocketAddress> reader, Supplier<Tampering> tamperings) throws IOException {
        Relay relay = new Relay(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), reader, tamperings);
        start(relay::accept);
        return relay;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket phone = server.accept();
                Socket door = new Socket();
                try {
                    door.connect(reader.get());
                } catch (IOException gone) {
                    phone.close();
                    continue;
                }
                Tampering tampering = tamperings.get();
                start(() -> up(phone, door, tampering));
                start(() -> down(phone, door, tampering));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void up(Socket phone, Socket door, Tampering tampering) {
        try (door) {
            DataInputStream in = new DataInputStream(phone.getInputStream());
            int length = first(in);
            while (length >= 0) {
                Bytes message = rest(in, length);
                for (Bytes each : tampering.up(message, back -> write(phone, back))) {
                    write(door, each);
                }
                length = first(in);
            }
            tampering.whenPhoneCloses().forEach(each -> write(door, each));
        } catch (IOException closed) {
            tampering.whenPhoneCloses().forEach(each -> write(door, each));
        }
    }

    private static void down(Socket phone, Socket door, Tampering tampering) {
        try {
            DataInputStream in = new DataInputStream(door.getInputStream());
            int length = first(in);
            while (length >= 0) {
                tampering.down(rest(in, length)).forEach(each -> write(phone, each));
                length = first(in);
            }
        } catch (IOException closed) {
            // as if it had ended in order
        }
        tampering.whenReaderCloses().forEach(each -> write(phone, each));
        if (tampering.tellsOfClosing()) {
            close(phone);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Nothing more is wanted of it.
        }
    }

    /** Returns a frame's length, or -1 at the end. */
    private static int first(DataInputStream in) throws IOException {
        int high = in.read();
        return high < 0 ? -1 : high << 8 | in.readUnsignedByte();
    }

    private static Bytes rest(DataInputStream in, int length) throws IOException {
        byte[] octets = new byte[length];
        in.readFully(octets);
        return Bytes.copyOf(octets);
    }

    private static void write(Socket to, Bytes message) {
        try {
            synchronized (to) {
                OutputStream out = to.getOutputStream();
                out.write(Bytes.concat(Bytes.of(message.size() >>> 8, message.size() & 0xff), message)
                        .toByteArray());
                out.flush();
            }
        } catch (IOException gone) {
            // Whoever it was for has left.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
