package io.lintel.crypto;

import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Finds providers of the Java Cryptography Architecture: those that are installed, and the optional ones on the class
 * path, which are found by the name of their class because we must run without them.
 */
final class JcaLookup {
    static final String ABSENT = "it is neither installed nor on the class path";

    private static final List<String> JDK_NAMES = List.of("SunEC", "SunJCE", "SUN");

    /** Android's own Conscrypt, and the newer one that Play services bring, have names of their own. */
    private static final List<String> CONSCRYPT_NAMES = List.of("Conscrypt", "GmsCore_OpenSSL", "AndroidOpenSSL");

    private static final List<String> ACCP_NAMES = List.of("AmazonCorrettoCryptoProvider");

    private JcaLookup() {}

    /**
     * Returns the provider that has a service.
     *
     * @param type such as {@code KeyAgreement}
     * @param algorithm such as {@code XDH}
     * @throws UnusableProviderException if it is absent or lacks the service
     */
    static Provider require(CryptoProvider provider, String type, String algorithm) {
        List<Provider> present = present(provider);
        if (present.isEmpty()) {
            throw new UnusableProviderException(provider, ABSENT);
        }
        return present.stream()
                .filter(candidate -> candidate.getService(type, algorithm) != null)
                .findFirst()
                .orElseThrow(() -> new UnusableProviderException(provider, "it has no " + type + " " + algorithm));
    }

    /** Whether the provider is there at all. */
    static boolean isPresent(CryptoProvider provider) {
        return provider == CryptoProvider.BOUNCY_CASTLE || !present(provider).isEmpty();
    }

    /** Names and versions of a provider that is present, for people. */
    static String describe(CryptoProvider provider) {
        if (provider == CryptoProvider.BOUNCY_CASTLE) {
            return new BouncyCastleProvider().getInfo();
        }
        return present(provider).stream()
                .map(found -> found.getName() + " " + version(found))
                .collect(Collectors.joining(", "));
    }

    /** Conscrypt tells the JCA that it is 1.0 and its jar what it is. */
    private static String version(Provider provider) {
        String ofJar = provider.getClass().getPackage().getImplementationVersion();
        return ofJar == null ? provider.getProperty("Provider.id version", "") : ofJar;
    }

    private static List<Provider> present(CryptoProvider provider) {
        return switch (provider) {
            case JDK -> installed(JDK_NAMES);
            case CONSCRYPT -> installedOr(CONSCRYPT_NAMES, () -> Conscrypt.LOADED);
            case ACCP -> installedOr(ACCP_NAMES, () -> Accp.LOADED);
            case BOUNCY_CASTLE -> throw new IllegalArgumentException("Bouncy Castle is used by its own API");
        };
    }

    /** The other one is asked for only if none is installed: loading it brings a native library in. */
    private static List<Provider> installedOr(List<String> names, Supplier<Optional<Provider>> other) {
        List<Provider> installed = installed(names);
        return installed.isEmpty() ? other.get().stream().toList() : installed;
    }

    private static List<Provider> installed(List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(Security.getProvider(name)).stream())
                .toList();
    }

    private static final class Conscrypt {
        static final Optional<Provider> LOADED = load("org.conscrypt.OpenSSLProvider");
    }

    private static final class Accp {
        static final Optional<Provider> LOADED =
                load("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
    }

    private static Optional<Provider> load(String className) {
        try {
            Class<? extends Provider> type = Class.forName(className).asSubclass(Provider.class);
            return Optional.of(type.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError absentOrForAnotherMachine) {
            return Optional.empty();
        }
    }
}
