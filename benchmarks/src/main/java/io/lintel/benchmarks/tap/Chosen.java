package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderPreferences;
import java.security.SecureRandom;

/** Primitives by a benchmark's parameter: a provider that goes before others, or what the product chooses by itself. */
final class Chosen {
    /** The parameter for the product's own choice, primitive by primitive, with what system properties force. */
    static final String RANKED = "RANKED";

    /** What figures call that. */
    static final String RANKED_LABEL = "as ranked";

    private Chosen() {}

    static Primitives of(String parameter, SecureRandom random) {
        return parameter.equals(RANKED)
                ? Primitives.select(random)
                : Primitives.select(ProviderPreferences.preferring(CryptoProvider.valueOf(parameter)), random);
    }
}
