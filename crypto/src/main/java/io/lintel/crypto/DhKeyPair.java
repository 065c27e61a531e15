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

    /**
     * Returns the same key pair with a private key of its own: destroying one leaves the other.
     *
     * @throws IllegalStateException after {@link #destroy()}
     */
    public DhKeyPair duplicate() {
        return new DhKeyPair(privateKey.duplicate(), publicKey);
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
