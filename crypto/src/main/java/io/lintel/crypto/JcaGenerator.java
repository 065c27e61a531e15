package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Draws key pairs by a provider's own generator, out of the provider's own randomness. A native one multiplies the base point by tables
 * that it does not use when it is asked for an agreement, and takes less than half of the time.
 */
final class JcaGenerator {
    /** That of JDK 17 has no such tables on either curve: it takes as long as an agreement, and longer than Bouncy Castle's comb. */
    private static final Set<CryptoProvider> QUICKER = EnumSet.of(CryptoProvider.CONSCRYPT, CryptoProvider.ACCP);

    private final ThreadLocal<KeyPairGenerator> generators;

    private JcaGenerator(ThreadLocal<KeyPairGenerator> generators) {
        this.generators = generators;
    }

    /** Returns X25519's, or empty where it is no quicker or not there. */
    static Optional<JcaGenerator> x25519(CryptoProvider wanted, Provider provider) {
        return of(wanted, () -> KeyPairGenerator.getInstance("XDH", provider)); // X25519 unless told otherwise
    }

    /** Returns that of P-256, or empty where it is no quicker or not there. */
    static Optional<JcaGenerator> p256(CryptoProvider wanted, Provider provider) {
        return of(wanted, () -> {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator;
        });
    }

    private static Optional<JcaGenerator> of(CryptoProvider wanted, Maker maker) {
        if (!QUICKER.contains(wanted)) {
            return Optional.empty();
        }
        try {
            maker.make();
        } catch (GeneralSecurityException absent) {
            return Optional.empty();
        }
        return Optional.of(new JcaGenerator(ThreadLocal.withInitial(() -> {
            try {
                return maker.make();
            } catch (GeneralSecurityException lost) {
                throw new IllegalStateException(wanted + " has its key pairs' generator no more", lost);
            }
        })));
    }

    /**
     * Whether it draws key pairs that can be used. What a generator throws that does not work is its own affair: then it is not used.
     *
     * @param drawing draws one, as it will be drawn
     * @param isOneKey whether both halves belong together
     */
    boolean works(Function<JcaGenerator, Optional<DhKeyPair>> drawing, Predicate<DhKeyPair> isOneKey) {
        try {
            return drawing.apply(this).filter(isOneKey).isPresent();
        } catch (RuntimeException unusable) {
            return false;
        }
    }

    KeyPair draw() {
        return generators.get().generateKeyPair();
    }

    private interface Maker {
        KeyPairGenerator make() throws GeneralSecurityException;
    }
}
