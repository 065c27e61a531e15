package io.lintel.crypto;

import java.security.GeneralSecurityException;

/** Makes each primitive by each provider; {@link UnusableProviderException} where that cannot be. */
final class Candidates {
    private Candidates() {}

    /** Makes one primitive. */
    @FunctionalInterface
    interface Maker<T> {
        T make(CryptoProvider provider) throws GeneralSecurityException;
    }

    static DiffieHellman x25519(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE ? new BouncyX25519() : JcaX25519.by(provider);
    }

    static DiffieHellman p256(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE ? new BouncyP256() : JcaP256.by(provider);
    }

    static SignatureScheme ed25519(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE ? new BouncyEd25519() : JcaEd25519.by(provider);
    }

    static SignatureScheme ecdsa(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE ? new BouncyEcdsa() : JcaEcdsa.by(provider);
    }

    static AesGcm aesGcm(CryptoProvider provider) {
        return provider == CryptoProvider.BOUNCY_CASTLE ? new BouncyAesGcm() : JcaAesGcm.by(provider);
    }

    static Hash sha256(CryptoProvider provider) {
        return provider == CryptoProvider.BOUNCY_CASTLE ? new BouncySha256() : JcaSha256.by(provider);
    }
}
