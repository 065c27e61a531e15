package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the fields of a file's content one behind the other: integers big-endian, octets behind their 4-octet length.
 * What it held is wiped when it is closed.
 */
final class ContentWriter implements AutoCloseable {
    private ByteBuffer out = ByteBuffer.allocate(512);

    ContentWriter int32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    ContentWriter int64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    ContentWriter text(String text) {
        return octets(text.getBytes(StandardCharsets.UTF_8));
    }

    ContentWriter bytes(Bytes bytes) {
        return octets(bytes.toByteArray());
    }

    ContentWriter secret(SecretBytes secret) {
        byte[] copy = secret.copy();
        try {
            return octets(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    <T> ContentWriter list(List<T> items, Consumer<T> write) {
        int32(items.size());
        items.forEach(write);
        return this;
    }

    byte[] content() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ContentWriter octets(byte[] octets) {
        int32(octets.length);
        room(octets.length).put(octets);
        return this;
    }

    private ByteBuffer room(int octets) {
        if (out.remaining() < octets) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * out.capacity(), out.position() + octets));
            larger.put(out.array(), 0, out.position());
            wipe();
            out = larger;
        }
        return out;
    }

    private void wipe() {
        Arrays.fill(out.array(), (byte) 0);
    }

    @Override
    public void close() {
        wipe();
    }
}
