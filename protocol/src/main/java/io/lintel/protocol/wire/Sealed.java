package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;

/** Messages that are one AEAD ciphertext behind their kind, under a key that is used once. */
public final class Sealed {
    private Sealed() {}

    /** Returns {@code kind || AEAD(key, nonce 0, ad = kind, content)}. */
    public static Bytes seal(CryptoSuite suite, SecretBytes key, MessageKind kind, Bytes content) {
        return seal(suite, key, 0, kind, content);
    }

    static Bytes seal(CryptoSuite suite, SecretBytes key, long nonce, MessageKind kind, Bytes content) {
        return suite.seal(kind.octet(), key, nonce, kind.octet(), content);
    }

    /** Opens what {@link #seal} made; fails with the one cryptographic error. */
    public static Bytes open(CryptoSuite suite, SecretBytes key, MessageKind kind, Bytes message) {
        return open(suite, key, 0, kind, message);
    }

    static Bytes open(CryptoSuite suite, SecretBytes key, long nonce, MessageKind kind, Bytes message) {
        return suite.open(key, nonce, kind.octet(), message, Lengths.KIND);
    }
}
