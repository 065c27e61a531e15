package io.lintel.crypto;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A public key for Diffie-Hellman whose encoding was checked, so that whoever holds one need not check it again.
 *
 * <p>Made by {@link CryptoSuite#dhPublicKey(Bytes)} and equal by value. Safe to share between threads.
 */
public final class DhPublicKey {
    private final String algorithm;
    private final Bytes encoded;
    private final ParsedForm parsed = new ParsedForm();

    /** Only for code that has checked {@code encoded} under {@code algorithm}. */
    DhPublicKey(String algorithm, Bytes encoded) {
        this.algorithm = algorithm;
        this.encoded = encoded;
    }

    /** The name of the algorithm, such as {@code 25519}. */
    public String algorithm() {
        return algorithm;
    }

    /** The encoding on the wire: 32 octets for X25519, a compressed point of 33 octets for P-256. */
    public Bytes encoded() {
        return encoded;
    }

    /** Returns this key as one provider wants it, parsed at first use. */
    <T> T parsed(Object owner, Class<T> type, Function<Bytes, T> parser) {
        return parsed.get(owner, type, () -> parser.apply(encoded));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DhPublicKey key && algorithm.equals(key.algorithm) && encoded.equals(key.encoded);
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    @Override
    public String toString() {
        return algorithm + ":" + encoded;
    }
}
