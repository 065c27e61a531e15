package io.lintel.benchmarks.results;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderPreferences;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** Which versions a run may measure: each provider that can be forced here, and the peers that are libraries. */
final class Versions {
    private Versions() {}

    /** Returns the versions by name; a provider that does not load here is absent. */
    static Map<String, String> here() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (CryptoProvider wanted : CryptoProvider.values()) {
            Primitives.select(ProviderPreferences.preferring(wanted), new SecureRandom()).choices().stream()
                    .filter(choice -> choice.provider() == wanted)
                    .findFirst()
                    .ifPresent(choice -> versions.put(wanted.label(), choice.version()));
        }
        versions.put("noise-java", ofLibrary("org.signal.forks", "noise-java"));
        versions.put("netty-tcnative", ofLibrary("io.netty", "netty-tcnative-classes"));
        return versions;
    }

    /** Reads what Maven leaves in a library. */
    private static String ofLibrary(String group, String artifact) {
        String path = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream in = Versions.class.getResourceAsStream(path)) {
            if (in == null) {
                return "unknown";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
