package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.SecretBytes;

/** A key with its counting nonce (Noise rev. 34, section 5.1). A failed {@link #open} changes nothing. */
final class CipherState implements AutoCloseable {
    /** Section 5.1 reserves the last nonce for rekeying. */
    private static final long RESERVED_NONCE = -1;

    private final Aead aead;
    private SecretBytes key;
    private long nonce;

    /** Takes {@code key} over. */
    CipherState(Aead aead, SecretBytes key) {
        this(aead, key, 0);
    }

    CipherState(Aead aead, SecretBytes key, long nonce) {
        this.aead = aead;
        this.key = key;
        this.nonce = nonce;
    }

    /** Goes on with another key from nonce 0, takes it over and destroys the one before. */
    void initializeKey(SecretBytes next) {
        key.destroy();
        key = next;
        nonce = 0;
    }

    Bytes seal(Bytes associatedData, Bytes plaintext) {
        requireNonce();
        Bytes ciphertext = aead.seal(key, nonce, associatedData, plaintext);
        nonce++;
        return ciphertext;
    }

    /**
     * Opens one ciphertext.
     *
     * @throws CryptoException if it is not the one that comes next
     */
    Bytes open(Bytes associatedData, Bytes message) {
        requireNonce();
        Bytes plaintext = aead.open(key, nonce, associatedData, message, 0);
        nonce++;
        return plaintext;
    }

    private void requireNonce() {
        if (nonce == RESERVED_NONCE) {
            throw new IllegalStateException("this key has sealed 2^64 - 1 messages; make a new handshake");
        }
    }

    /** Replaces the key by one derived from it; the nonce counts on (section 4.2). */
    void rekey() {
        byte[] sealed = aead.seal(key, RESERVED_NONCE, Bytes.EMPTY, new byte[Aead.KEY_SIZE]);
        key.destroy();
        key = Keys.firstOctets(sealed);
    }

    @Override
    public void close() {
        key.destroy();
    }
}
