package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Spec;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    @Property(tries = 60)
    void everyProviderVerifiesWhatAnyProviderSigns(
            @ForAll Suite suite, @ForAll int signer, @ForAll int verifier, @ForAll byte[] message) {
        CryptoSuite signing = Providers.suite(suite, signer);
        CryptoSuite verifying = Providers.suite(suite, verifier);
        SigningKeyPair pair = signing.generateSigningKeyPair();
        Bytes signature = signing.sign(pair.privateKey(), Bytes.copyOf(message));
        SigningPublicKey key = verifying.signingPublicKey(pair.publicKey().encoded());
        assertEquals(64, signature.size());
        assertEquals(suite.signingKeySize(), key.encoded().size());
        assertTrue(verifying.verify(key, Bytes.copyOf(message), signature));
    }

    @Property(tries = 40)
    void theSameKeyAndMessageGiveTheSameSignatureUnderEveryProvider(
            @ForAll Suite suite, @ForAll int provider, @ForAll byte[] message) {
        CryptoSuite one = Providers.suite(suite, 0);
        CryptoSuite other = Providers.suite(suite, provider);
        SigningKeyPair pair = one.generateSigningKeyPair();
        SigningKeyPair restored = other.signingKeyPair(pair.privateKey().encoded());
        assertEquals(
                one.sign(pair.privateKey(), Bytes.copyOf(message)),
                other.sign(restored.privateKey(), Bytes.copyOf(message)));
    }

    @Property(tries = 200)
    void aFlippedBitInSignatureOrMessageIsRefused(
            @ForAll Suite suite,
            @ForAll int provider,
            @ForAll @Size(min = 1, max = 64) byte[] message,
            @ForAll @IntRange(max = 511) int bit) {
        CryptoSuite crypto = Providers.suite(suite, provider);
        SigningKeyPair pair = crypto.generateSigningKeyPair();
        Bytes text = Bytes.copyOf(message);
        Bytes signature = crypto.sign(pair.privateKey(), text);
        assertFalse(crypto.verify(pair.publicKey(), text, Flip.bit(signature, bit)));
        assertFalse(crypto.verify(pair.publicKey(), Flip.bit(text, bit % (text.size() * 8)), signature));
    }

    @Property(tries = 40)
    void signaturesOfAnotherSizeAreRefused(@ForAll Suite suite, @ForAll int provider) {
        CryptoSuite crypto = Providers.suite(suite, provider);
        SigningKeyPair pair = crypto.generateSigningKeyPair();
        Bytes signature = crypto.sign(pair.privateKey(), Bytes.EMPTY);
        for (int size = 0; size < signature.size(); size++) {
            assertFalse(crypto.verify(pair.publicKey(), Bytes.EMPTY, signature.slice(0, size)));
        }
        assertFalse(crypto.verify(pair.publicKey(), Bytes.EMPTY, Bytes.concat(signature, Bytes.of(0))));
    }

    @Property(tries = 40)
    @Spec({"TAP-2.2-7", "TAP-2.2-8"})
    void theOtherFormOfAnEcdsaSignatureIsNeitherMadeNorTaken(@ForAll int provider, @ForAll byte[] message) {
        CryptoSuite crypto = Providers.suite(Suite.P256, provider);
        SigningKeyPair pair = crypto.generateSigningKeyPair();
        Bytes signature = crypto.sign(pair.privateKey(), Bytes.copyOf(message));
        BigInteger order = P256.DOMAIN.getN();
        BigInteger s = new BigInteger(1, signature.slice(32, 64).toByteArray());
        assertTrue(s.compareTo(order.shiftRight(1)) <= 0);
        Bytes other = Bytes.concat(signature.slice(0, 32), Bytes.copyOf(P256.encodeScalar(order.subtract(s))));
        assertFalse(crypto.verify(pair.publicKey(), Bytes.copyOf(message), other));
    }

    /** RFC 6979 appendix A.2.5, SHA-256; s as printed there or n - s. */
    @Test
    void ecdsaSignaturesAreThoseOfRfc6979() {
        CryptoSuite crypto = Providers.suite(Suite.P256, 0);
        SigningKeyPair pair =
                crypto.signingKeyPair(secret("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"));
        assertEquals(
                Bytes.ofHex("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"),
                pair.publicKey().encoded());
        assertEquals(
                Bytes.ofHex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                        + "0834e36ad29a83bf2bc9385e491d6099c8fdf9d1ed67aa7ea5f51f93782857a9"),
                crypto.sign(pair.privateKey(), Bytes.utf8("sample")));
        assertEquals(
                Bytes.ofHex("f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
                        + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083"),
                crypto.sign(pair.privateKey(), Bytes.utf8("test")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000", // the neutral element
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // order 2
                "0000000000000000000000000000000000000000000000000000000000000000", // order 4
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", // order 8
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", // order 8
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // not canonical
                "0200000000000000000000000000000000000000000000000000000000000000" // not on the curve
            })
    @Spec("TAP-2.2-6")
    void publicKeysOutsideThePrimeOrderGroupOfEd25519AreRefused(String encoded) {
        CryptoSuite crypto = Providers.suite(Suite.X25519, 0);
        assertThrows(CryptoException.class, () -> crypto.signingPublicKey(Bytes.ofHex(encoded)));
    }

    @ParameterizedTest
    @EnumSource
    void keysOfTheOtherSuiteAreMisuse(Suite suite) {
        CryptoSuite crypto = Providers.suite(suite, 0);
        Suite wrong = suite == Suite.P256 ? Suite.X25519 : Suite.P256;
        SigningKeyPair foreign = Providers.suite(wrong, 0).generateSigningKeyPair();
        assertThrows(IllegalArgumentException.class, () -> crypto.sign(foreign.privateKey(), Bytes.EMPTY));
        assertThrows(
                IllegalArgumentException.class,
                () -> crypto.verify(foreign.publicKey(), Bytes.EMPTY, Bytes.copyOf(new byte[64])));
    }

    @Property(tries = 20)
    void aDestroyedKeySignsNothing(@ForAll Suite suite, @ForAll int provider) {
        CryptoSuite crypto = Providers.suite(suite, provider);
        SigningKeyPair pair = crypto.generateSigningKeyPair();
        assertEquals(64, crypto.sign(pair.privateKey(), Bytes.EMPTY).size());
        pair.close();
        assertThrows(IllegalStateException.class, () -> crypto.sign(pair.privateKey(), Bytes.EMPTY));
    }

    private static SecretBytes secret(String hex) {
        return SecretBytes.takeOwnership(Bytes.ofHex(hex).toByteArray());
    }
}
