package io.lintel.crypto;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.ECPoint;

/**
 * What every provider of ECDH on P-256 has in common: compressed points, checked here, and a result of 32 octets, the x
 * coordinate (NIST SP 800-56A, 5.7.1.2).
 */
abstract class P256Agreement implements DiffieHellman {
    static final String NAME = "P256";

    /** Returns the x coordinate of the product, 32 octets. */
    abstract byte[] multiply(DhPrivateKey scalar, DhPublicKey point);

    /** Turns a checked point into the provider's form and keeps it with the key. */
    abstract void remember(DhPublicKey key, ECPoint point);

    /** Turns a scalar into the provider's form and keeps it with the key, so that no agreement waits for that. */
    abstract void remember(DhPrivateKey scalar);

    @Override
    public final String name() {
        return NAME;
    }

    @Override
    public final int keySize() {
        return P256.POINT_SIZE;
    }

    @Override
    public final DhKeyPair generateKeyPair(SecureRandom random) {
        return own(P256.randomScalar(random));
    }

    @Override
    public final DhKeyPair keyPair(SecretBytes privateKey) {
        return own(privateKey.duplicate());
    }

    private DhKeyPair own(SecretBytes scalar) {
        Bytes point = P256.publicPoint(scalar.octets());
        DhPrivateKey mine = new DhPrivateKey(NAME, scalar);
        remember(mine);
        return new DhKeyPair(mine, new DhPublicKey(NAME, point));
    }

    @Override
    public final DhPublicKey publicKey(Bytes encoded) {
        DhPublicKey key = new DhPublicKey(NAME, encoded);
        remember(key, P256.decodePoint(encoded));
        return key;
    }

    @Override
    public final SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        Algorithms.requireSame(NAME, mine.algorithm(), theirs.algorithm());
        return SecretBytes.takeOwnership(multiply(mine, theirs));
    }
}
