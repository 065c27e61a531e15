package io.lintel.sdk.model;

import io.lintel.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A secret as somebody typed it: a password or a system key. Its text form is redacted, and {@link #close()} overwrites it;
 * whoever made it closes it. Safe to share between threads.
 */
public final class TypedSecret implements AutoCloseable {

    /** More is refused, so that nobody makes the manager hash a book. */
    public static final int MAX_SIZE_BYTES = 512;

    private final SecretBytes octets;

    private TypedSecret(SecretBytes octets) {
        this.octets = octets;
    }

    /**
     * A secret; the caller overwrites {@code typed}.
     *
     * @throws IllegalArgumentException if it is longer than {@link #MAX_SIZE_BYTES} octets of UTF-8
     */
    public static TypedSecret of(char[] typed) {
        byte[] room = new byte[MAX_SIZE_BYTES];
        ByteBuffer encoded = ByteBuffer.wrap(room);
        try {
            CoderResult end = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .encode(CharBuffer.wrap(typed), encoded, true);
            if (end.isOverflow()) {
                throw new IllegalArgumentException("a secret has at most " + MAX_SIZE_BYTES + " octets");
            }
            return new TypedSecret(SecretBytes.takeOwnership(Arrays.copyOf(room, encoded.position())));
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    /** The octets of its UTF-8 form, which stay this secret's. */
    public SecretBytes octets() {
        return octets;
    }

    /** Lets a function look at the characters, which are overwritten afterwards. */
    public <T> T look(Function<CharSequence, T> at) {
        byte[] copy = octets.copy();
        CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(copy));
        try {
            return at.apply(characters);
        } finally {
            Arrays.fill(copy, (byte) 0);
            Arrays.fill(characters.array(), '\0');
        }
    }

    /** Overwrites it. */
    @Override
    public void close() {
        octets.destroy();
    }

    /** Whether both are the same, in constant time for equal sizes. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypedSecret secret && octets.equals(secret.octets);
    }

    @Override
    public int hashCode() {
        return octets.hashCode();
    }

    @Override
    public String toString() {
        return "TypedSecret[redacted]";
    }
}
