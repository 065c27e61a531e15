package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.util.function.Consumer;

/**
 * One primitive as every provider makes it.
 *
 * @param primitive which
 * @param bouncyCastle makes it by Bouncy Castle
 * @param jca makes it by any other provider
 * @param knownAnswers throws if an implementation is wrong
 */
record Candidates<T>(Primitive primitive, T bouncyCastle, Maker<T> jca, Consumer<T> knownAnswers) {
    static final Candidates<DiffieHellman> X25519 =
            new Candidates<>(Primitive.X25519, new BouncyX25519(), JcaX25519::by, KnownAnswers::x25519);
    static final Candidates<DiffieHellman> ECDH_P256 =
            new Candidates<>(Primitive.ECDH_P256, new BouncyP256(), JcaP256::by, KnownAnswers::p256);
    static final Candidates<SignatureScheme> ED25519 =
            new Candidates<>(Primitive.ED25519, new BouncyEd25519(), JcaEd25519::by, KnownAnswers::ed25519);
    static final Candidates<SignatureScheme> ECDSA_P256 =
            new Candidates<>(Primitive.ECDSA_P256, new BouncyEcdsa(), JcaEcdsa::by, KnownAnswers::ecdsa);
    static final Candidates<AesGcm> AES_GCM =
            new Candidates<>(Primitive.AES_GCM, new BouncyAesGcm(), JcaAesGcm::by, KnownAnswers::aesGcm);
    static final Candidates<Hash> SHA256 =
            new Candidates<>(Primitive.SHA256, new BouncySha256(), JcaSha256::by, KnownAnswers::sha256);

    /** Makes one primitive; throws {@link UnusableProviderException} too. */
    @FunctionalInterface
    interface Maker<T> {
        T make(CryptoProvider provider) throws GeneralSecurityException;
    }

    /**
     * Returns an implementation that has given the known answers.
     *
     * @throws UnusableProviderException if the provider is absent, lacks the primitive or fails
     */
    T by(CryptoProvider provider) {
        T implementation = made(provider);
        try {
            knownAnswers.accept(implementation);
        } catch (RuntimeException wrong) {
            throw new UnusableProviderException(provider, "it fails the known answers of " + primitive.label());
        }
        return implementation;
    }

    private T made(CryptoProvider provider) {
        if (provider == CryptoProvider.BOUNCY_CASTLE) {
            return bouncyCastle;
        }
        try {
            return jca.make(provider);
        } catch (GeneralSecurityException lacking) {
            throw new UnusableProviderException(provider, "it lacks a part of " + primitive.label());
        }
    }
}
