package io.lintel.crypto;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/**
 * The providers that serve this process, chosen for each primitive apart: the first in a fixed ranking that is there,
 * has the primitive and gives the known answers. Bouncy Castle always does.
 *
 * <p>The order is, measured on warm code: Conscrypt, ACCP, then Bouncy Castle before the JDK for curves and the JDK
 * before Bouncy Castle for AES-GCM; for SHA-256 the JDK before all others. The two native ones are used where they are on the class path or
 * installed. The system property {@code lintel.crypto.provider}, set to {@code bc}, {@code jdk}, {@code conscrypt} or
 * {@code accp}, puts one before the others; {@code lintel.crypto.provider.x25519} (or {@code ecdh-p256}, {@code
 * ed25519}, {@code ecdsa-p256}, {@code aes-gcm}, {@code sha-256}) allows only that one for a primitive.
 *
 * <p>Safe to share between threads. A choice is made when its suite is first asked for and kept.
 */
public final class Primitives {
    private final SecureRandom random;
    private final Selection<DiffieHellman> x25519;
    private final Selection<DiffieHellman> p256;
    private final Selection<SignatureScheme> ed25519;
    private final Selection<SignatureScheme> ecdsa;
    private final Selection<Aead> aesGcm;
    private final Selection<Hash> sha256;

    private Primitives(ProviderPreferences wishes, SecureRandom random) {
        this.random = random;
        x25519 = new Selection<>(Candidates.X25519, wishes);
        p256 = new Selection<>(Candidates.ECDH_P256, wishes);
        ed25519 = new Selection<>(Candidates.ED25519, wishes);
        ecdsa = new Selection<>(Candidates.ECDSA_P256, wishes);
        aesGcm = new Selection<>(Candidates.AES_GCM, wishes);
        sha256 = new Selection<>(Candidates.SHA256, wishes);
    }

    /**
     * Chooses by the system properties.
     *
     * @param random where every key of every suite comes from but those of {@link CryptoSuite#generateEphemeral}
     * @throws IllegalArgumentException if a property names no provider
     */
    public static Primitives select(SecureRandom random) {
        return select(ProviderPreferences.of(System.getProperties()), random);
    }

    /** Chooses by wishes that were made elsewhere. */
    public static Primitives select(ProviderPreferences preferences, SecureRandom random) {
        return new Primitives(preferences, random);
    }

    /**
     * Returns a suite's operations.
     *
     * @throws UnusableProviderException if a provider was asked for that cannot be used
     */
    public CryptoSuite suite(Suite suite) {
        Aead aead = aesGcm.implementation();
        Hash hash = sha256.implementation();
        return switch (suite) {
            case X25519 ->
                new CryptoSuite(suite, random, x25519.implementation(), ed25519.implementation(), aead, hash);
            case P256 -> new CryptoSuite(suite, random, p256.implementation(), ecdsa.implementation(), aead, hash);
        };
    }

    /**
     * Returns the choice for each primitive, and makes those that are still open.
     *
     * @throws UnusableProviderException if a provider was asked for that cannot be used
     */
    public List<ProviderChoice> choices() {
        return Stream.of(x25519, p256, ed25519, ecdsa, aesGcm, sha256)
                .map(Selection::choice)
                .toList();
    }
}
