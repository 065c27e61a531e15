package io.lintel.crypto;

import java.util.function.Function;

/**
 * A private key for Diffie-Hellman.
 *
 * <p>Its text form is redacted and it has no value equality. Safe to share between threads until it is destroyed;
 * every use after that is an {@link IllegalStateException}.
 */
public final class DhPrivateKey implements AutoCloseable {
    private final String algorithm;
    private final SecretBytes encoded;
    private final ParsedForm parsed = new ParsedForm();

    /** Takes {@code encoded} over; only for code that has checked its size and range. */
    DhPrivateKey(String algorithm, SecretBytes encoded) {
        this.algorithm = algorithm;
        this.encoded = encoded;
    }

    /** The name of the algorithm, such as {@code 25519}. */
    public String algorithm() {
        return algorithm;
    }

    /**
     * Returns a copy of the 32 octets for storage, which the caller destroys.
     *
     * @throws IllegalStateException after {@link #destroy()}
     */
    public SecretBytes encoded() {
        return encoded.duplicate();
    }

    /** Returns an independent key with the same octets. */
    DhPrivateKey duplicate() {
        return new DhPrivateKey(algorithm, encoded.duplicate());
    }

    /** The octets themselves, for adapters of this package that only read them. */
    byte[] octets() {
        return encoded.octets();
    }

    /** Returns this key as one provider wants it, parsed at first use. */
    <T> T parsed(Object owner, Class<T> type, Function<byte[], T> parser) {
        byte[] octets = encoded.octets();
        return parsed.get(owner, type, () -> parser.apply(octets));
    }

    /** Whether {@link #destroy()} was called. */
    public boolean isDestroyed() {
        return encoded.isDestroyed();
    }

    /** Overwrites the octets and lets go of the provider's form, which the JDK gives no means to overwrite. */
    public void destroy() {
        encoded.destroy();
        parsed.clear();
    }

    /** The same as {@link #destroy()}. */
    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "DhPrivateKey[" + algorithm + ", redacted]";
    }
}
