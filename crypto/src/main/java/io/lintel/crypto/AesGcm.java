package io.lintel.crypto;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * What every provider of AES-256-GCM has in common: the initialisation vector of 4 zero octets and the nonce, big-endian
 * (Noise rev. 34, section 12.3), and the bounds.
 */
abstract class AesGcm implements Aead {
    static final int IV_SIZE = 12;
    private static final int ZEROS = 4;

    /** The vector of nonce 0, which most keys here meet alone; only read. */
    static final byte[] FIRST_IV = new byte[IV_SIZE];

    /** Returns so many octets of zero, ciphertext and tag. */
    abstract byte[] sealRaw(byte[] key, byte[] iv, byte[] associatedData, byte[] plaintext, int zeros);

    /**
     * Opens a ciphertext of at least the tag's size.
     *
     * @param associated how many octets of {@code associatedData} are that, from the first on
     * @throws CryptoException if the tag does not match
     */
    abstract byte[] openRaw(
            byte[] key, byte[] iv, byte[] associatedData, int associated, byte[] ciphertext, int offset, int length);

    @Override
    public final String name() {
        return "AESGCM";
    }

    @Override
    public final byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
        return sealRaw(checked(key), iv(nonce), associatedData.octets(), plaintext, 0);
    }

    @Override
    public final Bytes seal(Bytes front, SecretBytes key, long nonce, Bytes associatedData, Bytes plaintext) {
        byte[] message = sealRaw(checked(key), iv(nonce), associatedData.octets(), plaintext.octets(), front.size());
        front.copyTo(message, 0);
        return Bytes.wrap(message);
    }

    @Override
    public final byte[] open(
            SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
        return opened(key, nonce, associatedData.octets(), associatedData.size(), ciphertext, offset, length);
    }

    @Override
    public final Bytes open(SecretBytes key, long nonce, Bytes message, int offset) {
        byte[] octets = message.octets();
        return Bytes.wrap(opened(key, nonce, octets, offset, octets, offset, octets.length - offset));
    }

    private byte[] opened(
            SecretBytes key,
            long nonce,
            byte[] associatedData,
            int associated,
            byte[] ciphertext,
            int offset,
            int length) {
        Objects.checkFromIndexSize(offset, length, ciphertext.length);
        if (length < TAG_SIZE) {
            throw new CryptoException();
        }
        return openRaw(checked(key), iv(nonce), associatedData, associated, ciphertext, offset, length);
    }

    private static byte[] checked(SecretBytes key) {
        if (key.size() != KEY_SIZE) {
            throw new IllegalArgumentException("a key of " + key.size() + " octets where AES-256 needs " + KEY_SIZE);
        }
        return key.octets();
    }

    private static byte[] iv(long nonce) {
        return nonce == 0
                ? FIRST_IV
                : ByteBuffer.allocate(IV_SIZE).putLong(ZEROS, nonce).array();
    }
}
