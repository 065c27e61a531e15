package io.lintel.crypto;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** What every provider of Ed25519 (RFC 8032) has in common: sizes, and the check of public keys. */
abstract class Ed25519Scheme implements SignatureScheme {
    static final String NAME = "Ed25519";
    static final int KEY_SIZE = 32;

    abstract byte[] signRaw(SigningPrivateKey key, byte[] message);

    abstract boolean verifyRaw(SigningPublicKey key, byte[] message, byte[] signature);

    @Override
    public final String name() {
        return NAME;
    }

    @Override
    public final SigningKeyPair generateKeyPair(SecureRandom random) {
        return own(SecretBytes.random(KEY_SIZE, random));
    }

    @Override
    public final SigningKeyPair keyPair(SecretBytes privateKey) {
        if (privateKey.size() != KEY_SIZE) {
            throw new CryptoException();
        }
        return own(privateKey.duplicate());
    }

    private static SigningKeyPair own(SecretBytes seed) {
        Bytes point = publicPoint(seed.octets());
        return new SigningKeyPair(new SigningPrivateKey(NAME, seed), new SigningPublicKey(NAME, point));
    }

    static Bytes publicPoint(byte[] seed) {
        byte[] point = new byte[KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        return Bytes.wrap(point);
    }

    /** Refuses encodings that are not canonical and points outside the prime-order group. */
    @Override
    public final SigningPublicKey publicKey(Bytes encoded) {
        if (encoded.size() != KEY_SIZE || !Ed25519.validatePublicKeyFull(encoded.octets(), 0)) {
            throw new CryptoException();
        }
        return new SigningPublicKey(NAME, encoded);
    }

    @Override
    public final Bytes sign(SigningPrivateKey key, Bytes message) {
        Algorithms.requireSame(NAME, key.algorithm());
        return Bytes.wrap(signRaw(key, message.octets()));
    }

    @Override
    public final boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
        Algorithms.requireSame(NAME, key.algorithm());
        return signature.size() == SIGNATURE_SIZE && verifyRaw(key, message.octets(), signature.octets());
    }
}
