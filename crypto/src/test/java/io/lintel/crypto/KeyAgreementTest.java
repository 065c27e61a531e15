package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.testing.Spec;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyAgreementTest {
    private static final CryptoSuite P256_SUITE = Providers.suite(Suite.P256, 0);

    /** The points of order 1, 2, 4 and 8, of the curve and its twist, canonical and not. */
    private static final List<String> SMALL_ORDER = List.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    @Property(tries = 60)
    void bothSidesAgreeWhicheverProvidersTheyHave(@ForAll Suite suite, @ForAll int one, @ForAll int other) {
        CryptoSuite mine = Providers.suite(suite, one);
        CryptoSuite theirs = Providers.suite(suite, other);
        DhKeyPair a = mine.generateDhKeyPair();
        DhKeyPair b = theirs.generateDhKeyPair();
        SecretBytes fromA =
                mine.agree(a.privateKey(), mine.dhPublicKey(b.publicKey().encoded()));
        SecretBytes fromB = theirs.agree(b.privateKey(), a.publicKey());
        assertEquals(fromA, fromB);
        assertEquals(32, fromA.size());
        assertEquals(suite.dhKeySize(), a.publicKey().encoded().size());
    }

    @Property(tries = 40)
    void aStoredPrivateKeyGivesTheSamePairUnderEveryProvider(@ForAll Suite suite, @ForAll int provider) {
        DhKeyPair pair = Providers.suite(suite, 0).generateDhKeyPair();
        SecretBytes stored = pair.privateKey().encoded();
        DhKeyPair restored = Providers.suite(suite, provider).dhKeyPair(stored);
        stored.destroy();
        assertEquals(pair.publicKey(), restored.publicKey());
        assertEquals(pair.privateKey().encoded(), restored.privateKey().encoded());
    }

    @Property(tries = 60)
    void ephemeralsAreKeyPairsLikeAnyOther(@ForAll Suite suite, @ForAll int one, @ForAll int other) {
        CryptoSuite mine = Providers.suite(suite, one);
        CryptoSuite theirs = Providers.suite(suite, other);
        DhKeyPair a = mine.generateEphemeral();
        DhKeyPair b = theirs.generateEphemeral();
        assertNotEquals(a.publicKey(), mine.generateEphemeral().publicKey());
        assertEquals(
                a.publicKey(), theirs.dhKeyPair(a.privateKey().encoded()).publicKey(), "computed by another provider");
        assertEquals(
                mine.agree(a.privateKey(), mine.dhPublicKey(b.publicKey().encoded())),
                theirs.agree(b.privateKey(), theirs.dhPublicKey(a.publicKey().encoded())));
    }

    /** A native provider's own way is three times as quick; that it is taken shows in the randomness that nobody draws. */
    @ParameterizedTest
    @EnumSource
    void nativeProvidersDrawEphemeralsByThemselves(Suite suite) {
        Primitive agreement = suite == Suite.P256 ? Primitive.ECDH_P256 : Primitive.X25519;
        for (CryptoProvider provider : CryptoProvider.values()) {
            Counted random = new Counted();
            Primitives primitives = Primitives.select(ProviderPreferences.preferring(provider), random);
            CryptoProvider chosen = primitives.choices().stream()
                    .filter(choice -> choice.primitive() == agreement)
                    .findFirst()
                    .orElseThrow()
                    .provider();
            CryptoSuite crypto = primitives.suite(suite);
            random.draws = 0;
            crypto.generateEphemeral();
            boolean drawsItself = chosen == CryptoProvider.CONSCRYPT || chosen == CryptoProvider.ACCP;
            assertEquals(drawsItself, random.draws == 0, chosen.name());
        }
    }

    @Property(tries = 20)
    void whatIsSeededGivesTheSameEphemeralsUnderEveryProvider(
            @ForAll Suite suite, @ForAll int provider, @ForAll @Size(32) byte[] scalar) {
        scalar[0] = 1; // below the order
        CryptoSuite seeded = Providers.suite(suite, provider).withRandom(new Fixed(scalar));
        assertEquals(
                seeded.dhKeyPair(SecretBytes.copyOf(scalar)).publicKey(),
                seeded.generateEphemeral().publicKey());
        assertEquals(
                seeded.generateDhKeyPair().publicKey(),
                seeded.generateEphemeral().publicKey());
    }

    @Property(tries = 20)
    void aDuplicateOfAPairOutlivesThePair(@ForAll Suite suite, @ForAll int provider) {
        DhKeyPair pair = Providers.suite(suite, provider).generateDhKeyPair();
        SecretBytes stored = pair.privateKey().encoded();
        DhKeyPair duplicate = pair.duplicate();
        pair.destroy();
        assertEquals(pair.publicKey(), duplicate.publicKey());
        assertEquals(stored, duplicate.privateKey().encoded());
        assertThrows(IllegalStateException.class, pair::duplicate);
    }

    @Test
    void pointsOfSmallOrderGiveNoSecretUnderAnyProvider() {
        for (int i = 0; i < Providers.ALL.size(); i++) {
            CryptoSuite suite = Providers.suite(Suite.X25519, i);
            DhPrivateKey mine = suite.generateDhKeyPair().privateKey();
            for (String point : SMALL_ORDER) {
                DhPublicKey theirs = suite.dhPublicKey(Bytes.ofHex(point));
                assertThrows(CryptoException.class, () -> suite.agree(mine, theirs), point);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "00", // infinity
                "000000000000000000000000000000000000000000000000000000000000000000", // infinity, filled up
                "026b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2", // one octet short
                "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", // a prefix of another form
                "016b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296", // a prefix of no form
                "020000000000000000000000000000000000000000000000000000000000000001", // no such point
                "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", // x = p
                "02ffffffff00000001000000000000000000000001000000000000000000000005", // x = p + 5, and 5 is on the
                // curve
                "02ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    @Spec({"TAP-2.2-3", "TAP-2.2-4"})
    void whatIsNoCompressedPointOfP256IsRefused(String encoded) {
        assertThrows(CryptoException.class, () -> P256_SUITE.dhPublicKey(Bytes.ofHex(encoded)));
        assertThrows(CryptoException.class, () -> P256_SUITE.signingPublicKey(Bytes.ofHex(encoded)));
    }

    @Test
    void theUncompressedBasePointIsRefusedAndTheCompressedTaken() {
        Bytes uncompressed = Bytes.copyOf(P256.DOMAIN.getG().getEncoded(false));
        assertThrows(CryptoException.class, () -> P256_SUITE.dhPublicKey(uncompressed));
        Bytes compressed = Bytes.copyOf(P256.DOMAIN.getG().getEncoded(true));
        assertEquals(compressed, P256_SUITE.dhPublicKey(compressed).encoded());
    }

    @Test
    @Spec("TAP-2.2-5")
    void scalarsOfP256OutsideOneToOrderAreRefused() {
        BigInteger order = P256.DOMAIN.getN();
        for (BigInteger bad : List.of(BigInteger.ZERO, order, order.add(BigInteger.ONE))) {
            SecretBytes scalar = SecretBytes.takeOwnership(P256.encodeScalar(bad));
            assertThrows(CryptoException.class, () -> P256_SUITE.dhKeyPair(scalar));
            assertThrows(CryptoException.class, () -> P256_SUITE.signingKeyPair(scalar));
        }
        SecretBytes last = SecretBytes.takeOwnership(P256.encodeScalar(order.subtract(BigInteger.ONE)));
        assertEquals(last, P256_SUITE.dhKeyPair(last).privateKey().encoded());
    }

    @ParameterizedTest
    @EnumSource
    void keysOfAnotherSizeAreRefused(Suite suite) {
        CryptoSuite crypto = Providers.suite(suite, 0);
        for (int size : new int[] {0, 31, 34}) {
            SecretBytes secret = SecretBytes.takeOwnership(new byte[size]);
            assertThrows(CryptoException.class, () -> crypto.dhKeyPair(secret));
            assertThrows(CryptoException.class, () -> crypto.dhPublicKey(Bytes.copyOf(new byte[size])));
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysOfTheOtherSuiteAreMisuse(Suite suite) {
        CryptoSuite crypto = Providers.suite(suite, 0);
        Suite wrong = suite == Suite.P256 ? Suite.X25519 : Suite.P256;
        DhKeyPair foreign = Providers.suite(wrong, 0).generateDhKeyPair();
        DhKeyPair own = crypto.generateDhKeyPair();
        assertThrows(IllegalArgumentException.class, () -> crypto.agree(own.privateKey(), foreign.publicKey()));
        assertThrows(IllegalArgumentException.class, () -> crypto.agree(foreign.privateKey(), own.publicKey()));
        assertThrows(IllegalArgumentException.class, () -> new DhKeyPair(own.privateKey(), foreign.publicKey()));
    }

    @Property(tries = 20)
    void aDestroyedKeyIsOfNoUse(@ForAll Suite suite, @ForAll int provider) {
        CryptoSuite crypto = Providers.suite(suite, provider);
        DhKeyPair pair = crypto.generateDhKeyPair();
        DhPublicKey peer = crypto.generateDhKeyPair().publicKey();
        crypto.agree(pair.privateKey(), peer).destroy();
        pair.close();
        assertThrows(IllegalStateException.class, () -> crypto.agree(pair.privateKey(), peer));
        assertThrows(IllegalStateException.class, () -> pair.privateKey().encoded());
    }

    @Test
    void textFormsHideTheSecretHalf() {
        DhKeyPair pair = P256_SUITE.generateDhKeyPair();
        String secret = Bytes.copyOf(pair.privateKey().encoded().copy()).toHex();
        assertFalse(pair.toString().contains(secret));
        assertEquals("DhPrivateKey[P256, redacted]", pair.privateKey().toString());
        assertEquals("P256:" + pair.publicKey().encoded(), pair.publicKey().toString());
    }

    @Test
    void aSourceThatGivesNoScalarIsReportedRatherThanAskedForEver() {
        CryptoSuite broken = P256_SUITE.withRandom(new Zeros());
        assertThrows(IllegalStateException.class, broken::generateDhKeyPair);
    }

    private static final class Counted extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private int draws;

        @Override
        public void nextBytes(byte[] octets) {
            draws++;
            super.nextBytes(octets);
        }
    }

    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] octets;

        Fixed(byte[] octets) {
            this.octets = octets;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(octets, 0, target, 0, target.length);
        }
    }

    private static final class Zeros extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] octets) {
            Arrays.fill(octets, (byte) 0);
        }
    }
}
