package io.lintel.cli.demo;

import io.lintel.crypto.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tap messages on a TCP stream: each behind its length in two octets. What an eavesdropper needs to know, and no more. */
final class Frames {
    private static final List<String> KINDS = List.of(
            "opener",
            "who",
            "certificate",
            "cold",
            "fast",
            "use cold",
            "send credential",
            "credential",
            "answer",
            "refused",
            "traffic");

    private Frames() {}

    /** Reads the next message, or nothing at the end of the stream. */
    static Optional<Bytes> read(DataInputStream in) throws IOException {
        try {
            byte[] message = new byte[in.readUnsignedShort()];
            in.readFully(message);
            return Optional.of(Bytes.copyOf(message));
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    /** Writes a message. */
    static void write(DataOutputStream out, Bytes message) throws IOException {
        out.writeShort(message.size());
        out.write(message.toByteArray());
        out.flush();
    }

    /** The kind of a message, which is no secret: its first octet. */
    static String kind(Bytes message) {
        int code = message.isEmpty() ? 0 : message.unsigned(0);
        return code >= 1 && code <= KINDS.size() ? KINDS.get(code - 1) : "unknown";
    }
}
