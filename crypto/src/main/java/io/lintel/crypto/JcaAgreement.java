package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import javax.crypto.KeyAgreement;

/** One key agreement by a JCA provider. */
final class JcaAgreement {
    private final Provider provider;
    private final String algorithm;

    JcaAgreement(Provider provider, String algorithm) {
        this.provider = provider;
        this.algorithm = algorithm;
    }

    /**
     * Returns the shared secret.
     *
     * @throws CryptoException if the provider refuses, as some do for points of small order
     */
    byte[] agree(PrivateKey mine, PublicKey theirs) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(algorithm, provider);
            agreement.init(mine);
            agreement.doPhase(theirs, true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException | IllegalStateException refused) {
            throw new CryptoException();
        }
    }
}
