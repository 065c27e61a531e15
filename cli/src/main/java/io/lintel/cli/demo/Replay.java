package io.lintel.cli.demo;

import io.lintel.crypto.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays a phone's recorded message to a reader, which has sent a new opener. */
final class Replay {
    private static final int PATIENCE_MILLIS = 10_000;

    private Replay() {}

    /** Returns the kinds of the reader's messages after its opener, until it ends the tap or wants another message. */
    static List<String> at(InetSocketAddress reader, Bytes recorded) {
        List<String> replies = new ArrayList<>();
        try (Socket socket = new Socket(reader.getAddress(), reader.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            if (Frames.read(in).isEmpty()) {
                throw new StoryException("the reader sent no opener");
            }
            Frames.write(new DataOutputStream(socket.getOutputStream()), recorded);
            Optional<Bytes> reply = Frames.read(in);
            while (reply.isPresent()) {
                String kind = Frames.kind(reply.get());
                replies.add(kind);
                // The reader would wait for a cold message, which nobody here can make.
                reply = kind.equals("use cold") ? Optional.empty() : Frames.read(in);
            }
            return replies;
        } catch (IOException e) {
            throw new StoryException("the reader could not be reached for the replay", e);
        }
    }
}
