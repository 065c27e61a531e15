package io.lintel.crypto;

/**
 * A private key for Diffie-Hellman with its public key.
 *
 * @param privateKey the half that stays here
 * @param publicKey the half that others get
 */
public record DhKeyPair(DhPrivateKey privateKey, DhPublicKey publicKey) implements AutoCloseable {
    /**
     * Checks that both halves are of one algorithm.
     *
     * @throws IllegalArgumentException if they are not
     */
    public DhKeyPair {
        if (!privateKey.algorithm().equals(publicKey.algorithm())) {
            throw new IllegalArgumentException(
                    "a key pair of " + privateKey.algorithm() + " and " + publicKey.algorithm());
        }
    }

    /** Destroys the private key. */
    public void destroy() {
        privateKey.destroy();
    }

    /** The same as {@link #destroy()}. */
    @Override
    public void close() {
        destroy();
    }
}
