package io.lintel.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/** Every suite under every provider that is there, for tests that must hold whoever computes. */
final class Providers {
    static final List<Primitives> ALL = Arrays.stream(CryptoProvider.values())
            .filter(JcaLookup::isPresent)
            .map(provider -> Primitives.select(ProviderPreferences.preferring(provider), new SecureRandom()))
            .toList();

    private Providers() {}

    /** Returns one of them by any number. */
    static CryptoSuite suite(Suite suite, int number) {
        return ALL.get(Math.floorMod(number, ALL.size())).suite(suite);
    }
}
