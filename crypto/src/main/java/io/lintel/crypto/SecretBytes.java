package io.lintel.crypto;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of octets that nobody else may see: a key, a shared secret, a password.
 *
 * <p>Its text form is redacted, equality takes the same time wherever two secrets differ, and {@link #destroy()}
 * overwrites the octets. Every use after that is an {@link IllegalStateException}. It is not serializable.
 *
 * <p>Instances may be shared between threads. An operation that runs while another thread destroys its secret either
 * fails or works on overwritten octets; the owner must not let that happen.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] octets;
    private volatile boolean destroyed;

    private SecretBytes(byte[] octets) {
        this.octets = octets;
    }

    /** Returns a secret that holds a copy; the caller still has to overwrite {@code source}. */
    public static SecretBytes copyOf(byte[] source) {
        return new SecretBytes(source.clone());
    }

    /** Returns a secret that holds {@code source} itself, which the caller must not touch again. */
    public static SecretBytes takeOwnership(byte[] source) {
        return new SecretBytes(source);
    }

    /**
     * Returns {@code size} fresh octets from {@code random}.
     *
     * @throws IllegalArgumentException if {@code size} is negative
     */
    public static SecretBytes random(int size, SecureRandom random) {
        if (size < 0) {
            throw new IllegalArgumentException("a secret of " + size + " octets");
        }
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return new SecretBytes(octets);
    }

    /** The number of octets; still known after destruction. */
    public int size() {
        return octets.length;
    }

    /**
     * Returns a copy, which the caller overwrites after use.
     *
     * @throws IllegalStateException after {@link #destroy()}
     */
    public byte[] copy() {
        return octets().clone();
    }

    /**
     * Copies all octets to the beginning of {@code target}, which the caller overwrites after use.
     *
     * @throws IndexOutOfBoundsException if {@code target} is shorter
     * @throws IllegalStateException after {@link #destroy()}
     */
    public void copyTo(byte[] target) {
        System.arraycopy(octets(), 0, target, 0, octets.length);
    }

    /** The octets themselves, for adapters of this package that only read them, and for {@link Hkdf}, which derives in place. */
    byte[] octets() {
        if (destroyed) {
            throw new IllegalStateException("this secret was destroyed");
        }
        return octets;
    }

    /** Returns an independent secret with the same octets. */
    SecretBytes duplicate() {
        return new SecretBytes(copy());
    }

    /** Whether {@link #destroy()} was called. */
    public boolean isDestroyed() {
        return destroyed;
    }

    /** Overwrites the octets with zeros; a second call does nothing. */
    public void destroy() {
        destroyed = true;
        Arrays.fill(octets, (byte) 0);
    }

    /** The same as {@link #destroy()}. */
    @Override
    public void close() {
        destroy();
    }

    /**
     * Whether both hold the same octets, in constant time for equal sizes.
     *
     * @throws IllegalStateException if one of them was destroyed
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretBytes secret && MessageDigest.isEqual(octets(), secret.octets());
    }

    /** Depends on the size alone, so that no table keeps a trace of the octets. */
    @Override
    public int hashCode() {
        return octets.length;
    }

    @Override
    public String toString() {
        return "SecretBytes[" + octets.length + " octets, redacted]";
    }
}
