package io.lintel.crypto;

import java.security.SecureRandom;

/**
 * A signature scheme that leaves everything to another; override what is to be watched, and hand it to
 * {@link CryptoSuite#withSignatures}.
 */
public class ForwardingSignatureScheme implements SignatureScheme {
    private final SignatureScheme real;

    /** Leaves everything to {@code real}. */
    protected ForwardingSignatureScheme(SignatureScheme real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public SigningKeyPair generateKeyPair(SecureRandom random) {
        return real.generateKeyPair(random);
    }

    @Override
    public SigningKeyPair keyPair(SecretBytes privateKey) {
        return real.keyPair(privateKey);
    }

    @Override
    public SigningPublicKey publicKey(Bytes encoded) {
        return real.publicKey(encoded);
    }

    @Override
    public Bytes sign(SigningPrivateKey key, Bytes message) {
        return real.sign(key, message);
    }

    @Override
    public boolean verify(SigningPublicKey key, Bytes message, Bytes signature) {
        return real.verify(key, message, signature);
    }
}
