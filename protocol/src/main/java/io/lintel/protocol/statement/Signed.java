package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A statement together with the exact octets that carry it. Only {@link StatementSigner} and {@link ProjectTrust} make
 * one, so that holding it means that its signature was made or checked here.
 *
 * <p>Two are equal if their octets are. Immutable.
 *
 * @param <T> the statement
 */
public final class Signed<T> {
    /** The size of a {@link #reference()} in octets. */
    public static final int REFERENCE_SIZE_BYTES = 20;

    private final T value;
    private final Bytes bytes;

    /** Computed when it is first asked for; two threads may both do so. */
    private volatile @Nullable Bytes fingerprint;

    Signed(T value, Bytes bytes) {
        this.value = value;
        this.bytes = bytes;
    }

    /** Returns what is stated. */
    public T value() {
        return value;
    }

    /** Returns the octets on the wire: the body, then the signature of 64 octets. */
    public Bytes bytes() {
        return bytes;
    }

    /** Returns the SHA-256 of {@link #bytes()}, 32 octets: the key of caches, and what pins a root. */
    public Bytes fingerprint() {
        Bytes known = fingerprint;
        if (known == null) {
            known = Sha256.digest(bytes);
            fingerprint = known;
        }
        return known;
    }

    /** Returns the first 20 octets of the {@link #fingerprint()}, which stand for a credential in a cold tap. */
    public Bytes reference() {
        return fingerprint().slice(0, REFERENCE_SIZE_BYTES);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signed<?> signed && bytes.equals(signed.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return "Signed[" + value + "]";
    }
}
