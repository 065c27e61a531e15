package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads what a {@link ContentWriter} wrote, to the last octet; anything else is damage to the file. */
final class ContentReader {
    private static final int MAX_ITEMS = 256;

    private final ByteBuffer in;

    private ContentReader(byte[] content) {
        this.in = ByteBuffer.wrap(content);
    }

    /** Reads the whole of {@code content}, which came from {@code file} and is wiped. */
    static <T> T read(byte[] content, Path file, Function<ContentReader, T> fields) {
        ContentReader reader = new ContentReader(content);
        try {
            T value = fields.apply(reader);
            if (reader.in.hasRemaining()) {
                throw new FileStoreException.Corrupt(file, "it holds more than it should");
            }
            return value;
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException e) {
            throw new FileStoreException.Corrupt(file, "its content is not what its kind holds");
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Returns whether all was read: a content may end earlier where another release wrote it. */
    boolean isAtEnd() {
        return !in.hasRemaining();
    }

    int int32() {
        return in.getInt();
    }

    long int64() {
        return in.getLong();
    }

    String text() {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    Bytes bytes() {
        return Bytes.copyOf(octets());
    }

    SecretBytes secret() {
        return SecretBytes.takeOwnership(octets());
    }

    <T> List<T> list(Supplier<T> read) {
        int size = in.getInt();
        if (size < 0 || size > MAX_ITEMS) {
            throw new IllegalArgumentException("a list of " + size);
        }
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(read.get());
        }
        return items;
    }

    private byte[] octets() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("octets of length " + length);
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return octets;
    }
}
