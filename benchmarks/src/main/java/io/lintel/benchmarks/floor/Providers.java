package io.lintel.benchmarks.floor;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.lintel.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import org.conscrypt.OpenSSLProvider;

/** The JCA's providers, made directly. */
final class Providers {
    static final SecureRandom RANDOM = new SecureRandom();

    private static final Provider CONSCRYPT = new OpenSSLProvider();

    private Providers() {}

    /** Returns the provider that has a service; Bouncy Castle is called by its own API instead. */
    static Provider of(CryptoProvider provider, String type, String algorithm) throws GeneralSecurityException {
        return switch (provider) {
            case CONSCRYPT -> CONSCRYPT;
            case ACCP -> AmazonCorrettoCryptoProvider.INSTANCE;
            case JDK -> jdk(type, algorithm);
            case BOUNCY_CASTLE -> throw new IllegalArgumentException("Bouncy Castle has an API of its own");
        };
    }

    /** Whether a provider's generator takes less time than multiplying the base point by its agreement. */
    static boolean drawsQuicker(CryptoProvider provider) {
        return provider == CryptoProvider.CONSCRYPT || provider == CryptoProvider.ACCP;
    }

    private static Provider jdk(String type, String algorithm) throws GeneralSecurityException {
        for (String name : new String[] {"SunEC", "SunJCE", "SUN"}) {
            Provider provider = Security.getProvider(name);
            if (provider != null && provider.getService(type, algorithm) != null) {
                return provider;
            }
        }
        throw new GeneralSecurityException("the JDK has no " + type + " " + algorithm);
    }

    static byte[] random(int size) {
        byte[] octets = new byte[size];
        RANDOM.nextBytes(octets);
        return octets;
    }
}
