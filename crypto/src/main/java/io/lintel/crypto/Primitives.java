package io.lintel.crypto;

import java.security.SecureRandom;
import java.util.List;

/** The providers chosen at start, one for each primitive. */
public final class Primitives {
    private final SecureRandom random;

    private Primitives(SecureRandom random) {
        this.random = random;
    }

    /** Chooses with what the system properties ask for; see {@link ProviderPreferences#of}. */
    public static Primitives select(SecureRandom random) {
        return select(ProviderPreferences.of(System.getProperties()), random);
    }

    /** Chooses with the given preferences. */
    public static Primitives select(ProviderPreferences preferences, SecureRandom random) {
        return new Primitives(random);
    }

    /** Returns a suite's operations. */
    public CryptoSuite suite(Suite suite) {
        return switch (suite) {
            case X25519 ->
                new CryptoSuite(
                        suite, random, new BouncyX25519(), new BouncyEd25519(), new BouncyAesGcm(), new BouncySha256());
            case P256 ->
                new CryptoSuite(
                        suite, random, new BouncyP256(), new BouncyEcdsa(), new BouncyAesGcm(), new BouncySha256());
        };
    }

    /** Returns the choice for each primitive. */
    public List<ProviderChoice> choices() {
        return List.of();
    }
}
