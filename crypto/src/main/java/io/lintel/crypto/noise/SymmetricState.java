package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Hkdf;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chaining key, the handshake hash and the current cipher of a handshake (Noise rev. 34, section 5.2). */
final class SymmetricState implements AutoCloseable {
    private static final Bytes ZERO = Bytes.of(0);

    /** What becomes of the cipher's key that is mixed in. */
    enum CipherKey {
        /** Something is sealed under it. */
        USED,
        /** Another one replaces it before anything is sealed, so that it is never computed. */
        REPLACED
    }

    private final NoiseSuite suite;

    /** Changed in its place, as the hash is. */
    private final SecretBytes chainingKey;

    /** The hash, mixed in its place; nobody outside has this array while it changes. */
    private byte[] hash;

    /** The same, once somebody has asked for it; the next change is made to a copy then. */
    private @Nullable Bytes shown;

    /** What goes into the hash when it is next asked for; never, where nobody goes on with the handshake. */
    private @Nullable Bytes unhashed;

    /** Empty until the first key is mixed in; handshake data goes in clear until then. */
    private @Nullable CipherState cipher;

    SymmetricState(NoiseSuite suite, Bytes firstHash) {
        this.suite = suite;
        this.hash = firstHash.toByteArray();
        this.chainingKey = SecretBytes.takeOwnership(firstHash.toByteArray());
    }

    boolean hasKey() {
        return cipher != null;
    }

    Bytes handshakeHash() {
        catchUp();
        Bytes asked = shown == null ? Bytes.takeOwnership(hash) : shown;
        shown = asked;
        return asked;
    }

    void mixHash(Bytes data) {
        catchUp();
        unhashed = data;
    }

    /** Mixes in two parts as one. */
    void mixHash(Bytes first, Bytes second) {
        catchUp();
        suite.hash().mixHash(changing(), first, second);
    }

    /** Hashes what is left over. */
    private void catchUp() {
        Bytes data = unhashed;
        if (data != null) {
            suite.hash().mixHash(changing(), data);
            unhashed = null;
        }
    }

    /** Returns the hash, to be written over. */
    private byte[] changing() {
        if (shown != null) {
            hash = shown.toByteArray();
            shown = null;
        }
        return hash;
    }

    /** Mixes {@code input} into the chaining key and the cipher; {@code input} stays the caller's. */
    void mixKey(SecretBytes input, CipherKey key) {
        SecretBytes forCipher = output(key);
        Hkdf.chain(suite.hash(), chainingKey, input, forCipher, null);
        replaceCipher(forCipher);
    }

    /** Mixes a public key into them. */
    void mixKey(Bytes input, CipherKey key) {
        SecretBytes forCipher = output(key);
        Hkdf.chain(suite.hash(), chainingKey, input, forCipher);
        replaceCipher(forCipher);
    }

    /** Mixes a pre-shared key into chaining key, hash and cipher; {@code psk} stays the caller's. */
    void mixKeyAndHash(SecretBytes psk, CipherKey key) {
        SecretBytes forCipher = output(key);
        try (SecretBytes forHash = output()) {
            Hkdf.chain(suite.hash(), chainingKey, psk, forHash, forCipher);
            replaceCipher(forCipher);
            catchUp();
            suite.hash().mixHash(changing(), forHash);
        }
    }

    /** Returns room for a cipher's key, where one is wanted. */
    private @Nullable SecretBytes output(CipherKey key) {
        return key == CipherKey.USED ? output() : null;
    }

    /** Returns room for an output of HKDF. */
    private SecretBytes output() {
        return SecretBytes.takeOwnership(new byte[suite.hash().size()]);
    }

    Bytes encryptAndHash(Bytes plaintext) {
        Bytes ciphertext = cipher == null ? plaintext : cipher.seal(handshakeHash(), plaintext);
        mixHash(ciphertext);
        return ciphertext;
    }

    /**
     * Opens and mixes in what the peer sealed.
     *
     * @throws io.lintel.crypto.CryptoException if it is not what the peer sealed
     */
    Bytes decryptAndHash(Bytes ciphertext) {
        Bytes plaintext = cipher == null ? ciphertext : cipher.open(handshakeHash(), ciphertext);
        mixHash(ciphertext);
        return plaintext;
    }

    /** Returns the ciphers of both directions, the initiator's first. */
    List<CipherState> split() {
        SecretBytes first = SecretBytes.takeOwnership(chainingKey.copy());
        SecretBytes second = output();
        boolean done = false;
        try {
            Hkdf.chain(suite.hash(), first, Bytes.EMPTY, second);
            done = true;
            return List.of(newCipher(suite.aead(), first), newCipher(suite.aead(), second));
        } finally {
            if (!done) {
                first.destroy(); // until then the chaining key
                second.destroy();
            }
        }
    }

    /** Returns {@code size} octets of HKDF-Expand(chaining key, label || 0 || handshake hash). */
    SecretBytes export(Bytes label, int size) {
        return Hkdf.expand(suite.hash(), chainingKey, Bytes.concat(label, ZERO, handshakeHash()), size);
    }

    private void replaceCipher(@Nullable SecretBytes output) {
        if (output == null) {
            return;
        }
        if (cipher == null) {
            cipher = newCipher(suite.aead(), output);
        } else {
            cipher.initializeKey(Keys.truncate(output));
        }
    }

    private static CipherState newCipher(Aead aead, SecretBytes output) {
        return new CipherState(aead, Keys.truncate(output));
    }

    @Override
    public void close() {
        chainingKey.destroy();
        if (cipher != null) {
            cipher.close();
        }
    }
}
