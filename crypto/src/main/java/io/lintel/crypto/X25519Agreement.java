package io.lintel.crypto;

import java.security.SecureRandom;

/** What every provider of X25519 (RFC 7748) has in common: sizes, key forms and the check of the result. */
abstract class X25519Agreement implements DiffieHellman {
    static final int SIZE = 32;
    static final String NAME = "25519";

    /**
     * Returns the product of a clamped scalar and a point, 32 octets.
     *
     * @throws CryptoException if the provider refuses the point
     */
    abstract byte[] multiply(DhPrivateKey scalar, DhPublicKey point);

    /** Returns the public key of a scalar; a form that is made for this may serve the scalar's agreements too. */
    abstract Bytes multiplyBase(DhPrivateKey scalar);

    @Override
    public final String name() {
        return NAME;
    }

    @Override
    public final int keySize() {
        return SIZE;
    }

    @Override
    public final DhKeyPair generateKeyPair(SecureRandom random) {
        return own(SecretBytes.random(SIZE, random));
    }

    @Override
    public final DhKeyPair keyPair(SecretBytes privateKey) {
        if (privateKey.size() != SIZE) {
            throw new CryptoException();
        }
        return own(privateKey.duplicate());
    }

    private DhKeyPair own(SecretBytes scalar) {
        DhPrivateKey mine = new DhPrivateKey(NAME, scalar);
        return new DhKeyPair(mine, new DhPublicKey(NAME, multiplyBase(mine)));
    }

    /** Every string of 32 octets is a point; those of small order are refused when the result shows them. */
    @Override
    public final DhPublicKey publicKey(Bytes encoded) {
        if (encoded.size() != SIZE) {
            throw new CryptoException();
        }
        return new DhPublicKey(NAME, encoded);
    }

    @Override
    public final SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        Algorithms.requireSame(NAME, mine.algorithm(), theirs.algorithm());
        byte[] result = multiply(mine, theirs);
        if (isZero(result)) {
            throw new CryptoException(); // RFC 7748 section 6.1
        }
        return SecretBytes.takeOwnership(result);
    }

    private static boolean isZero(byte[] octets) {
        int seen = 0;
        for (byte octet : octets) {
            seen |= octet;
        }
        return seen == 0;
    }
}
