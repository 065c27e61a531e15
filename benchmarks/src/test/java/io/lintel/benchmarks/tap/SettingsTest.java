package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.CryptoProvider;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    /** It stands for the product's own choice where that is measured, and its aims are for native ones. */
    @Test
    void theQuickestProviderGoesFirst() {
        assertEquals(
                CryptoProvider.CONSCRYPT, Settings.of(List.of()).providers().get(0));
        assertEquals(
                CryptoProvider.CONSCRYPT,
                Settings.of(List.of("--quick")).providers().get(0));
    }

    @Test
    void whatIsMeasuredOnceIsMeasuredAsTheProductChoosesUnlessAProviderIsNamed() {
        assertEquals("as ranked", Settings.of(List.of()).firstLabel());
        Settings ranked = Settings.of(List.of("--quick", "--provider", "ranked"));
        assertEquals("RANKED", ranked.firstParameter());
        assertEquals(List.of(CryptoProvider.CONSCRYPT), ranked.providers());

        Settings named = Settings.of(List.of("--provider", "accp"));
        assertEquals("ACCP", named.firstParameter());
        assertEquals("accp", named.firstLabel());
    }

    @Test
    void aFullRunHasEveryProvider() {
        assertEquals(
                new HashSet<>(Arrays.asList(CryptoProvider.values())),
                new HashSet<>(Settings.of(List.of()).providers()));
    }
}
