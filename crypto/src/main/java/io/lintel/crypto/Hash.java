package io.lintel.crypto;

import java.nio.ByteBuffer;

/**
 * A hash function and its HMAC, as Noise rev. 34 section 4.3 wants it.
 *
 * <p>A port, implemented by a chosen provider. Implementations are safe to share between threads.
 */
public interface Hash {
    /** The function's part of a Noise protocol name, such as {@code SHA256}. */
    String name();

    /** The size of a result in octets, Noise's HASHLEN. */
    int size();

    /**
     * Returns the hash of all parts, one after the other.
     *
     * @param parts read only, not kept
     */
    Bytes digest(Bytes... parts);

    /**
     * Returns the HMAC (RFC 2104) of all parts, one after the other, in an array that the caller owns.
     *
     * @param parts read only, not kept
     */
    byte[] hmac(SecretBytes key, byte[]... parts);

    /** Returns the hash of two parts, as a handshake does all the time; worth an implementation that makes no array of them. */
    default Bytes digest(Bytes first, Bytes second) {
        return digest(new Bytes[] {first, second});
    }

    /**
     * Replaces a hash by the hash of itself and what comes behind it, Noise's MixHash (rev. 34 section 5.2); worth an implementation
     * that makes no array of it.
     *
     * @param hash {@link #size} octets, written over
     * @param data read only, not kept
     */
    default void mixHash(byte[] hash, Bytes data) {
        if (hash.length != size()) {
            throw new IllegalArgumentException("a hash has " + size() + " octets, not " + hash.length);
        }
        digest(Bytes.wrap(hash), data).copyTo(hash, 0);
    }

    /** Does the same with something that comes in two parts, one after the other. */
    default void mixHash(byte[] hash, Bytes first, Bytes second) {
        mixHash(hash, Bytes.concat(first, second));
    }

    /** Does the same with something secret, which stays the caller's. */
    default void mixHash(byte[] hash, SecretBytes data) {
        mixHash(hash, Bytes.wrap(data.octets()));
    }

    /**
     * Derives keys as Noise's HKDF does (rev. 34 section 4.3): the chaining key becomes the first output, in its place. Worth an
     * implementation that makes no array of what only leads to the outputs.
     *
     * @param chainingKey {@link #size} octets, written over; some of what it was may be left where a provider fails
     * @param input the key material to mix in, of any size; read only, not kept
     * @param second {@link #size} octets for the second output, or none where nobody wants it
     * @param third {@link #size} octets for the third output, or none where nobody wants it; only behind a second one; no two of these
     *     three are the same array
     * @throws IllegalArgumentException if a size is another; nothing has changed then
     */
    default void chain(byte[] chainingKey, byte[] input, byte[] second, byte[] third) {
        Hkdf.chainByHmac(this, chainingKey, input, second, third);
    }

    /**
     * Returns the HMAC of two parts, as every derivation of a key does; worth an implementation that makes no array of them.
     *
     * @param first read only, not kept
     * @param second read only, not kept
     */
    default byte[] hmac(SecretBytes key, byte[] first, byte[] second) {
        return hmac(key, new byte[][] {first, second});
    }

    /**
     * Returns the HMAC of three parts; worth an implementation that makes no array of them.
     *
     * @param first read only, not kept
     * @param second read only, not kept
     * @param third read only, not kept
     */
    default byte[] hmac(SecretBytes key, byte[] first, byte[] second, byte[] third) {
        return hmac(key, new byte[][] {first, second, third});
    }

    /**
     * Returns the first eight octets of the HMAC of two parts (RFC 2104 section 5) as a number, the first of them highest; worth an
     * implementation that makes no array of all octets.
     *
     * @param first read only, not kept
     * @param second read only, not kept
     */
    default long hmac64(SecretBytes key, byte[] first, byte[] second) {
        return ByteBuffer.wrap(hmac(key, first, second)).getLong();
    }
}
