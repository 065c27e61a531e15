package io.lintel.cli.demo;

import io.lintel.crypto.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sits between phone and reader, passes every message on and records it: what an attacker on the air can do. Serves one tap
 * at a time.
 */
final class Eavesdropper implements AutoCloseable {
    private final ServerSocket door;
    private final InetSocketAddress reader;
    private final List<Bytes> recording = new ArrayList<>();

    private Eavesdropper(ServerSocket door, InetSocketAddress reader) {
        this.door = door;
        this.reader = reader;
    }

    /** Stands in front of a reader. */
    static Eavesdropper before(InetSocketAddress reader) {
        try {
            Eavesdropper eavesdropper =
                    new Eavesdropper(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), reader);
            Thread thread = new Thread(eavesdropper::serve, "lintel-demo-eavesdropper");
            thread.setDaemon(true);
            thread.start();
            return eavesdropper;
        } catch (IOException e) {
            throw new StoryException("no port is free on this machine", e);
        }
    }

    /** Where the phone has to tap, {@code HOST:PORT}. */
    String address() {
        return door.getInetAddress().getHostAddress() + ":" + door.getLocalPort();
    }

    /** The kinds of the messages, in their order on the air. */
    synchronized List<String> kinds() {
        return recording.stream().map(Frames::kind).toList();
    }

    /** The first message of a kind. */
    synchronized Optional<Bytes> message(String kind) {
        return recording.stream()
                .filter(message -> Frames.kind(message).equals(kind))
                .findFirst();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket phone = door.accept();
                    Socket toReader = new Socket(reader.getAddress(), reader.getPort())) {
                phone.setTcpNoDelay(true);
                toReader.setTcpNoDelay(true);
                Thread back = new Thread(() -> pass(toReader, phone), "lintel-demo-from-reader");
                back.setDaemon(true);
                back.start();
                pass(phone, toReader);
                back.join();
            } catch (IOException e) {
                // The next tap is another connection; without a door there is none.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            DataInputStream in = new DataInputStream(from.getInputStream());
            DataOutputStream out = new DataOutputStream(to.getOutputStream());
            Optional<Bytes> message = Frames.read(in);
            while (message.isPresent()) {
                record(message.get());
                Frames.write(out, message.get());
                message = Frames.read(in);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One side is gone, and so is the tap.
        }
    }

    private synchronized void record(Bytes message) {
        recording.add(message);
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new StoryException("the recording cannot be ended", e);
        }
    }
}
