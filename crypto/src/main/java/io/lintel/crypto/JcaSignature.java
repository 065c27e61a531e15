package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;

/** One signature algorithm by a JCA provider. */
final class JcaSignature {
    private final Provider provider;
    private final String algorithm;

    JcaSignature(Provider provider, String algorithm) {
        this.provider = provider;
        this.algorithm = algorithm;
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(provider.getName() + " failed to sign", failed);
        }
    }

    /** Whether the signature is right; providers throw for some malformed ones. */
    boolean verify(PublicKey key, byte[] message, byte[] candidate) {
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(candidate);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
