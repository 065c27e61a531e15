package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrimitivesTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void everyPrimitiveIsServedByTheFirstInItsRankingThatCanBe() {
        List<ProviderChoice> choices =
                Primitives.select(ProviderPreferences.none(), random).choices();
        assertEquals(
                Arrays.asList(Primitive.values()),
                choices.stream().map(ProviderChoice::primitive).toList());
        for (ProviderChoice choice : choices) {
            List<CryptoProvider> ranking = Ranking.of(choice.primitive());
            int place = ranking.indexOf(choice.provider());
            assertEquals(
                    ranking.subList(0, place),
                    choice.skipped().stream()
                            .map(ProviderChoice.Skipped::provider)
                            .toList());
            assertFalse(choice.version().isBlank());
            assertFalse(choice.reason().isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUNCY_CASTLE", "JDK"})
    void aPreferredProviderServesWhateverItCan(CryptoProvider provider) {
        Primitives primitives = Primitives.select(ProviderPreferences.preferring(provider), random);
        for (ProviderChoice choice : primitives.choices()) {
            boolean chosen = choice.provider() == provider;
            boolean skippedFirst =
                    !choice.skipped().isEmpty() && choice.skipped().get(0).provider() == provider;
            assertTrue(chosen || skippedFirst, choice.toString());
        }
        assertEquals(
                provider,
                primitives.choices().stream()
                        .filter(choice -> choice.primitive() == Primitive.AES_GCM)
                        .findFirst()
                        .orElseThrow()
                        .provider());
    }

    @Test
    void aForcedPrimitiveDoesNotChangeTheOthers() {
        ProviderPreferences wishes = ProviderPreferences.preferring(CryptoProvider.BOUNCY_CASTLE)
                .forcing(Primitive.X25519, CryptoProvider.JDK);
        for (ProviderChoice choice : Primitives.select(wishes, random).choices()) {
            boolean forced = choice.primitive() == Primitive.X25519;
            assertEquals(forced ? CryptoProvider.JDK : CryptoProvider.BOUNCY_CASTLE, choice.provider());
        }
    }

    /** ACCP has no X25519, and where it is not there at all the wish fails the same way. */
    @Test
    void aForcedProviderThatCannotServeIsAnErrorThatSaysWhatToDo() {
        ProviderPreferences wishes = ProviderPreferences.none().forcing(Primitive.X25519, CryptoProvider.ACCP);
        Primitives primitives = Primitives.select(wishes, random);
        UnusableProviderException failure =
                assertThrows(UnusableProviderException.class, () -> primitives.suite(Suite.X25519));
        assertEquals("crypto.provider-unusable", failure.code());
        assertEquals(CryptoProvider.ACCP, failure.provider());
        assertTrue(failure.getMessage().contains("lintel.crypto.provider.x25519"), failure.getMessage());
        assertEquals(Suite.P256, primitives.suite(Suite.P256).id(), "the other suite is untouched");
    }

    @Test
    void aProviderThatGivesAWrongAnswerIsNotUsed() {
        Candidates<Hash> broken = new Candidates<>(
                Primitive.SHA256, new BouncySha256(), provider -> new WrongHash(), KnownAnswers::sha256);
        Selection<Hash> selection = new Selection<>(broken, ProviderPreferences.none());
        assertEquals(CryptoProvider.BOUNCY_CASTLE, selection.choice().provider());
        assertEquals(3, selection.choice().skipped().size());
        assertEquals(
                "it fails the known answers of sha-256",
                selection.choice().skipped().get(0).reason());
    }

    @Test
    void aChoiceIsMadeOnce() {
        Selection<Hash> selection = new Selection<>(Candidates.SHA256, ProviderPreferences.none());
        assertSame(selection.implementation(), selection.implementation());
    }

    @Test
    void propertiesAreRead() {
        Properties properties = new Properties();
        assertEquals(ProviderPreferences.none(), ProviderPreferences.of(properties));
        properties.setProperty("lintel.crypto.provider", "conscrypt");
        properties.setProperty("lintel.crypto.provider.ecdh-p256", "accp");
        ProviderPreferences read = ProviderPreferences.of(properties);
        assertEquals(Optional.of(CryptoProvider.CONSCRYPT), read.general());
        assertEquals(
                ProviderPreferences.preferring(CryptoProvider.CONSCRYPT)
                        .forcing(Primitive.ECDH_P256, CryptoProvider.ACCP),
                read);
    }

    @Test
    void aPropertyThatNamesNoProviderIsRefused() {
        Properties properties = new Properties();
        properties.setProperty("lintel.crypto.provider.aes-gcm", "openssl");
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> ProviderPreferences.of(properties));
        assertEquals(
                "the system property lintel.crypto.provider.aes-gcm is 'openssl'; set it to bc, jdk, conscrypt or accp",
                failure.getMessage());
    }

    @Test
    void suitesAreFoundByTheirNumber() {
        for (Suite suite : Suite.values()) {
            assertEquals(Optional.of(suite), Suite.ofId(suite.id()));
            assertEquals(
                    suite.noiseName(),
                    Primitives.select(random).suite(suite).noise().name());
        }
        assertEquals(Optional.empty(), Suite.ofId(0));
        assertEquals(Optional.empty(), Suite.ofId(3));
    }

    @Test
    void aSurveyMeasuresEveryProviderOfEveryPrimitive() {
        AtomicLong clock = new AtomicLong();
        List<ProviderSpeed> speeds =
                new ProviderSurvey(() -> clock.addAndGet(1600), Duration.ofNanos(3200), random).run();
        assertEquals(Primitive.values().length * CryptoProvider.values().length, speeds.size());
        for (ProviderSpeed speed : speeds) {
            assertFalse(speed.remark().isBlank());
            speed.nanosPerOperation().ifPresent(nanos -> assertEquals(100, nanos));
            assertTrue(speed.provider() != CryptoProvider.BOUNCY_CASTLE
                    || speed.nanosPerOperation().isPresent());
        }
    }

    private static final class WrongHash implements Hash {
        @Override
        public String name() {
            return "SHA256";
        }

        @Override
        public int size() {
            return 32;
        }

        @Override
        public Bytes digest(Bytes... parts) {
            return Bytes.copyOf(new byte[32]);
        }

        @Override
        public byte[] hmac(SecretBytes key, byte[]... parts) {
            return new byte[32];
        }
    }
}
