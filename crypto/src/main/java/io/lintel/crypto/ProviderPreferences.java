package io.lintel.crypto;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Wishes about providers: one for everything, and one for a primitive, which goes before it.
 *
 * @param general the provider to use wherever it has the primitive
 * @param forced the provider that a primitive must use
 */
public record ProviderPreferences(Optional<CryptoProvider> general, Map<Primitive, CryptoProvider> forced) {
    /** The system property for everything; with a dot and a primitive's label behind it, for that primitive. */
    public static final String PROPERTY = "lintel.crypto.provider";

    /** Copies the map. */
    public ProviderPreferences {
        forced = Map.copyOf(forced);
    }

    /** No wishes: the fastest that is there. */
    public static ProviderPreferences none() {
        return new ProviderPreferences(Optional.empty(), Map.of());
    }

    /** Returns the wish for one provider wherever it has the primitive. */
    public static ProviderPreferences preferring(CryptoProvider provider) {
        return new ProviderPreferences(Optional.of(provider), Map.of());
    }

    /** Returns these wishes with one primitive's provider fixed. */
    public ProviderPreferences forcing(Primitive primitive, CryptoProvider provider) {
        Map<Primitive, CryptoProvider> more = new EnumMap<>(Primitive.class);
        more.putAll(forced);
        more.put(primitive, provider);
        return new ProviderPreferences(general, more);
    }

    /**
     * Reads {@code lintel.crypto.provider} and {@code lintel.crypto.provider.x25519} and so on.
     *
     * @throws IllegalArgumentException if a value is not one of {@code bc}, {@code jdk}, {@code conscrypt}, {@code accp}
     */
    public static ProviderPreferences of(Properties properties) {
        ProviderPreferences preferences = new ProviderPreferences(read(properties, PROPERTY), Map.of());
        for (Primitive primitive : Primitive.values()) {
            Optional<CryptoProvider> wish = read(properties, property(primitive));
            if (wish.isPresent()) {
                preferences = preferences.forcing(primitive, wish.get());
            }
        }
        return preferences;
    }

    /** The system property for one primitive. */
    static String property(Primitive primitive) {
        return PROPERTY + "." + primitive.label();
    }

    private static Optional<CryptoProvider> read(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(CryptoProvider.ofLabel(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the system property " + name + " is '" + value + "'; set it to bc, jdk, conscrypt or accp")));
    }
}
