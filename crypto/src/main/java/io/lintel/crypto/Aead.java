package io.lintel.crypto;

/**
 * Authenticated encryption with a 32-octet key and a 64-bit nonce, as Noise rev. 34 section 4.2 wants it.
 *
 * <p>A port: {@link Primitives} chooses who implements it, and a test may record every key and nonce through an
 * implementation of its own ({@link CryptoSuite#withAead}). Implementations are safe to share between threads.
 */
public interface Aead {
    /** The size of a key in octets. */
    int KEY_SIZE = 32;

    /** The size of the tag behind each ciphertext in octets. */
    int TAG_SIZE = 16;

    /** The cipher's part of a Noise protocol name, such as {@code AESGCM}. */
    String name();

    /**
     * Returns the ciphertext followed by its tag. No key may ever meet the same nonce twice here.
     *
     * @param key 32 octets
     * @param nonce an unsigned number; all ones is for rekeying alone
     * @param associatedData authenticated, not encrypted
     * @param plaintext read only, not kept
     */
    byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext);

    /**
     * Returns the plaintext of {@code length} octets of {@code ciphertext} from {@code offset} on, tag included.
     *
     * @param key 32 octets
     * @param associatedData what was authenticated and not encrypted
     * @param ciphertext read only, not kept
     * @throws CryptoException if anything does not match
     */
    byte[] open(SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length);

    /** Returns the ciphertext followed by its tag, as the other {@code seal} does. */
    default Bytes seal(SecretBytes key, long nonce, Bytes associatedData, Bytes plaintext) {
        return Bytes.wrap(seal(key, nonce, associatedData, plaintext.octets()));
    }

    /**
     * Returns {@code front} with ciphertext and tag behind it, as a message has them; worth an implementation that makes one array of
     * both.
     *
     * @param front neither authenticated nor encrypted
     */
    default Bytes seal(Bytes front, SecretBytes key, long nonce, Bytes associatedData, Bytes plaintext) {
        return Bytes.concat(front, seal(key, nonce, associatedData, plaintext));
    }

    /**
     * Returns the plaintext of all that stands in {@code message} from {@code offset} on, tag included.
     *
     * @throws CryptoException if anything does not match
     * @throws IndexOutOfBoundsException if {@code offset} is not inside the message
     */
    default Bytes open(SecretBytes key, long nonce, Bytes associatedData, Bytes message, int offset) {
        return Bytes.wrap(open(key, nonce, associatedData, message.octets(), offset, message.size() - offset));
    }

    /**
     * Returns the plaintext of all that stands in {@code message} from {@code offset} on, tag included, where all that stands before it is
     * the associated data; worth an implementation that makes no array of that.
     *
     * @throws CryptoException if anything does not match
     * @throws IndexOutOfBoundsException if {@code offset} is not inside the message
     */
    default Bytes open(SecretBytes key, long nonce, Bytes message, int offset) {
        return open(key, nonce, message.slice(0, offset), message, offset);
    }
}
