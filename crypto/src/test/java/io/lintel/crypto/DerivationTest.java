package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DerivationTest {
    private static final Hash HASH = Providers.suite(Suite.X25519, 0).noise().hash();

    /** RFC 5869 appendix A.1 through the suite, in one go and in two. */
    @Test
    void hkdfIsThatOfRfc5869() {
        CryptoSuite suite = Providers.suite(Suite.X25519, 0);
        SecretBytes input = secret("0b".repeat(22));
        Bytes salt = Bytes.ofHex("000102030405060708090a0b0c");
        Bytes info = Bytes.ofHex("f0f1f2f3f4f5f6f7f8f9");
        SecretBytes expected =
                secret("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
        assertEquals(expected, suite.hkdf(salt, input, info, 42));
        assertEquals(expected, suite.hkdfExpand(suite.hkdfExtract(salt, input), info, 42));
    }

    @Property(tries = 100)
    void allProvidersDeriveAndAuthenticateAlike(
            @ForAll int one,
            @ForAll int other,
            @ForAll byte[] salt,
            @ForAll byte[] input,
            @ForAll byte[] info,
            @ForAll @IntRange(max = 100) int size) {
        CryptoSuite left = Providers.suite(Suite.X25519, one);
        CryptoSuite right = Providers.suite(Suite.X25519, other);
        SecretBytes secret = SecretBytes.copyOf(input);
        assertEquals(
                left.hkdf(Bytes.copyOf(salt), secret, Bytes.copyOf(info), size),
                right.hkdf(Bytes.copyOf(salt), secret, Bytes.copyOf(info), size));
        assertEquals(left.hmac(secret, Bytes.copyOf(info)), right.hmac(secret, Bytes.copyOf(info)));
        assertEquals(left.sha256(Bytes.copyOf(info)), right.sha256(Bytes.copyOf(info)));
    }

    @Property(tries = 50)
    void partsAreAuthenticatedAsOne(@ForAll int provider, @ForAll byte[] front, @ForAll byte[] back) {
        CryptoSuite suite = Providers.suite(Suite.X25519, provider);
        SecretBytes key = secret("0102");
        Bytes whole = Bytes.concat(Bytes.copyOf(front), Bytes.copyOf(back));
        assertEquals(suite.hmac(key, whole), suite.hmac(key, Bytes.copyOf(front), Bytes.copyOf(back)));
        assertEquals(suite.sha256(whole), suite.sha256(Bytes.copyOf(front), Bytes.copyOf(back)));
    }

    /** Keys and messages around the sizes of a block and of two, by an implementation that is not ours. */
    @Property(tries = 200)
    void anHmacIsThePlatforms(
            @ForAll int provider,
            @ForAll @Size(min = 1, max = 130) byte[] key,
            @ForAll @Size(max = 130) byte[] front,
            @ForAll @Size(max = 130) byte[] back)
            throws GeneralSecurityException {
        Mac platform = Mac.getInstance("HmacSHA256");
        platform.init(new SecretKeySpec(key, "HmacSHA256"));
        platform.update(front);
        Bytes expected = Bytes.copyOf(platform.doFinal(back));
        CryptoSuite suite = Providers.suite(Suite.X25519, provider);
        SecretBytes secret = SecretBytes.copyOf(key);
        assertEquals(expected, suite.hmac(secret, Bytes.copyOf(front), Bytes.copyOf(back)));
        assertEquals(expected.slice(0, 8), suite.truncatedHmac(secret, 8, Bytes.copyOf(front), Bytes.copyOf(back)));
        assertEquals(
                expected.slice(0, 8).toHex(),
                HexFormat.of().toHexDigits(suite.hmac64(secret, Bytes.copyOf(front), Bytes.copyOf(back))));
    }

    /** Noise's HKDF is RFC 5869 with the chaining key as salt and no info (section 4.3), by whoever hashes. */
    @Property(tries = 100)
    void theChainedFormIsHkdfWithoutInfo(
            @ForAll int provider,
            @ForAll @Size(32) byte[] chainingKey,
            @ForAll @Size(max = 130) byte[] input,
            @ForAll @IntRange(min = 1, max = 3) int outputs) {
        SecretBytes pseudorandomKey = Hkdf.extract(HASH, Bytes.copyOf(chainingKey), SecretBytes.copyOf(input));
        SecretBytes expected = Hkdf.expand(HASH, pseudorandomKey, Bytes.EMPTY, outputs * 32);
        Hash chosen = Providers.suite(Suite.X25519, provider).hash();
        for (Hash hash : List.of(chosen, new ForwardingHash(chosen) {})) {
            SecretBytes first = SecretBytes.copyOf(chainingKey);
            SecretBytes second = outputs > 1 ? SecretBytes.copyOf(new byte[32]) : null;
            SecretBytes third = outputs > 2 ? SecretBytes.copyOf(new byte[32]) : null;
            SecretBytes mixed = SecretBytes.copyOf(input);

            Hkdf.chain(hash, first, mixed, second, third);

            assertEquals(expected, joined(Stream.of(first, second, third)));
            assertEquals(SecretBytes.copyOf(input), mixed);
            if (third == null) {
                SecretBytes again = SecretBytes.copyOf(chainingKey);
                SecretBytes secondAgain = second == null ? null : SecretBytes.copyOf(new byte[32]);
                Hkdf.chain(hash, again, Bytes.copyOf(input), secondAgain);
                assertEquals(expected, joined(Stream.of(again, secondAgain)));
            }
        }
    }

    private static SecretBytes joined(Stream<SecretBytes> outputs) {
        return SecretBytes.copyOf(outputs.filter(Objects::nonNull)
                .map(output -> Bytes.copyOf(output.octets()))
                .reduce(Bytes.EMPTY, Bytes::concat)
                .octets());
    }

    @Test
    void whatIsNoPlaceForAnOutputIsRefusedBeforeAnythingIsWritten() {
        byte[] right = new byte[32];
        byte[] wrong = new byte[31];
        byte[] none = {};
        for (Hash hash : List.of(HASH, new ForwardingHash(HASH) {})) {
            assertThrows(IllegalArgumentException.class, () -> hash.chain(wrong, none, none, none));
            assertThrows(IllegalArgumentException.class, () -> hash.chain(right, none, wrong, none));
            assertThrows(IllegalArgumentException.class, () -> hash.chain(right, none, right.clone(), wrong));
            assertThrows(IllegalArgumentException.class, () -> hash.chain(right, none, none, right.clone()));
        }
        assertArrayEquals(new byte[32], right);
    }

    @Test
    void sizesOutsideAreRefused() {
        SecretBytes key = secret("00");
        assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(HASH, key, Bytes.EMPTY, -1));
        assertThrows(IllegalArgumentException.class, () -> Hkdf.expand(HASH, key, Bytes.EMPTY, 255 * 32 + 1));
        assertEquals(0, Hkdf.expand(HASH, key, Bytes.EMPTY, 0).size());
    }

    private static SecretBytes secret(String hex) {
        return SecretBytes.takeOwnership(Bytes.ofHex(hex).toByteArray());
    }
}
