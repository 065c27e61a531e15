package io.lintel.crypto;

import java.security.SecureRandom;

/**
 * Key agreement on one curve, as Noise rev. 34 section 4.1 wants it.
 *
 * <p>A port: {@link Primitives} chooses who implements it, and a test may count or record through an implementation of
 * its own ({@link CryptoSuite#withDiffieHellman}). Implementations are safe to share between threads.
 */
public interface DiffieHellman {
    /** The curve's part of a Noise protocol name, such as {@code 25519}. */
    String name();

    /** The size of an encoded public key in octets, Noise's DHLEN. */
    int keySize();

    /** Makes a key pair out of fresh octets from {@code random}, which is the only source used. */
    DhKeyPair generateKeyPair(SecureRandom random);

    /**
     * Makes a key pair that is used once, the quickest way that the provider has: where it draws key pairs by itself in less time than it
     * multiplies the base point, out of randomness of its own; otherwise as {@link #generateKeyPair}.
     *
     * @param random used where the provider has no quicker way
     */
    default DhKeyPair generateEphemeral(SecureRandom random) {
        return generateKeyPair(random);
    }

    /**
     * Returns the key pair that a stored private key belongs to; {@code privateKey} is copied.
     *
     * @throws CryptoException if the octets are no private key of this curve
     */
    DhKeyPair keyPair(SecretBytes privateKey);

    /**
     * Returns the checked form of a public key.
     *
     * @throws CryptoException if {@code encoded} has another size or is not on the curve
     */
    DhPublicKey publicKey(Bytes encoded);

    /**
     * Returns the shared secret, which the caller destroys.
     *
     * @throws CryptoException if the result would be the same for every private key
     * @throws IllegalArgumentException if a key is of another curve
     * @throws IllegalStateException if the private key was destroyed
     */
    SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs);
}
