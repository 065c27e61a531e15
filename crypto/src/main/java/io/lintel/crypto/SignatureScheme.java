package io.lintel.crypto;

import java.security.SecureRandom;

/**
 * Signatures on one curve.
 *
 * <p>A port, implemented by a chosen provider. Implementations are safe to share between threads.
 */
public interface SignatureScheme {
    /** The size of every signature in octets. */
    int SIGNATURE_SIZE = 64;

    /** The scheme's name: {@code Ed25519} or {@code ECDSA-P256}. */
    String name();

    /** Makes a key pair out of fresh octets from {@code random}, which is the only source used. */
    SigningKeyPair generateKeyPair(SecureRandom random);

    /**
     * Returns the key pair that a stored private key belongs to; {@code privateKey} is copied.
     *
     * @throws CryptoException if the octets are no private key of this scheme
     */
    SigningKeyPair keyPair(SecretBytes privateKey);

    /**
     * Returns the checked form of a public key.
     *
     * @throws CryptoException if {@code encoded} has another size, is not on the curve, or has a small order
     */
    SigningPublicKey publicKey(Bytes encoded);

    /** Returns the signature; the same key and message give the same octets. */
    Bytes sign(SigningPrivateKey key, Bytes message);

    /** Whether {@code signature} is right; false, never an exception, for whatever is malformed. */
    boolean verify(SigningPublicKey key, Bytes message, Bytes signature);
}
