package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Wycheproof.Case;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** The published files of Project Wycheproof, each under every provider, with a count in the build's log. */
class WycheproofTest {
    /** Checks one case, and says in what way it was one: the reasons are counted and printed. */
    @FunctionalInterface
    private interface Check<T> {
        String run(T implementation, Case test);
    }

    private static final String PASSED = "passed as published";

    @TestFactory
    Stream<DynamicTest> x25519() throws IOException {
        return underEveryProvider("x25519_test.json", Candidates.X25519, WycheproofTest::checkX25519);
    }

    @TestFactory
    Stream<DynamicTest> ecdhOnP256() throws IOException {
        return underEveryProvider("ecdh_secp256r1_ecpoint_test.json", Candidates.ECDH_P256, WycheproofTest::checkP256);
    }

    @TestFactory
    Stream<DynamicTest> ed25519() throws IOException {
        return underEveryProvider("ed25519_test.json", Candidates.ED25519, WycheproofTest::checkEd25519);
    }

    @TestFactory
    Stream<DynamicTest> ecdsaOnP256() throws IOException {
        return underEveryProvider(
                "ecdsa_secp256r1_sha256_p1363_test.json", Candidates.ECDSA_P256, WycheproofTest::checkEcdsa);
    }

    @TestFactory
    Stream<DynamicTest> aesGcm() throws IOException {
        return underEveryProvider("aes_gcm_test.json", Candidates.AES_GCM, WycheproofTest::checkAesGcm);
    }

    @TestFactory
    Stream<DynamicTest> hkdfSha256() throws IOException {
        return underEveryProvider("hkdf_sha256_test.json", Candidates.SHA256, WycheproofTest::checkHkdf);
    }

    @TestFactory
    Stream<DynamicTest> chacha20Poly1305OfTheTestTree() throws IOException {
        String file = "chacha20_poly1305_test.json";
        List<Case> cases = Wycheproof.read(file);
        return Stream.of(DynamicTest.dynamicTest(
                file, () -> runAll(file, "test tree", cases, new ChaChaPoly(), WycheproofTest::checkChaChaPoly)));
    }

    private static <T> Stream<DynamicTest> underEveryProvider(String file, Candidates<T> candidates, Check<T> check)
            throws IOException {
        List<Case> cases = Wycheproof.read(file);
        return Arrays.stream(CryptoProvider.values())
                .map(provider -> DynamicTest.dynamicTest(file + " by " + provider.label(), () -> {
                    T implementation;
                    try {
                        implementation = candidates.by(provider);
                    } catch (UnusableProviderException unusable) {
                        System.out.printf("Wycheproof %s: not run, %s%n", file, unusable.getMessage());
                        throw new TestAbortedException(unusable.getMessage());
                    }
                    runAll(file, provider.label(), cases, implementation, check);
                }));
    }

    private static <T> void runAll(String file, String provider, List<Case> cases, T implementation, Check<T> check) {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Case test : cases) {
            try {
                counts.merge(check.run(implementation, test), 1, Integer::sum);
            } catch (AssertionError | RuntimeException failure) {
                failures.add(test + ": " + failure);
            }
        }
        System.out.printf("Wycheproof %s by %s: %d cases, %s%n", file, provider, cases.size(), counts);
        assertEquals(List.of(), failures);
    }

    private static String checkX25519(DiffieHellman dh, Case test) {
        DhPrivateKey mine = dh.keyPair(Wycheproof.scalar(test.hex("private"))).privateKey();
        DhPublicKey theirs = dh.publicKey(test.hex("public"));
        if (Bytes.copyOf(new byte[32]).equals(test.hex("shared"))) {
            assertRefused(() -> dh.agree(mine, theirs));
            return "refused for a result of zeros, which the file accepts";
        }
        assertEquals(test.hex("shared"), Bytes.copyOf(dh.agree(mine, theirs).copy()));
        return PASSED;
    }

    private static String checkP256(DiffieHellman dh, Case test) {
        Bytes point = test.hex("public");
        DhPrivateKey mine = dh.keyPair(Wycheproof.scalar(test.hex("private"))).privateKey();
        if (test.isInvalid()) {
            assertRefused(() -> dh.publicKey(point));
            return PASSED;
        }
        boolean compressed = point.size() == P256.POINT_SIZE;
        if (!compressed) {
            assertRefused(() -> dh.publicKey(point));
        }
        DhPublicKey theirs = dh.publicKey(compressed ? point : Wycheproof.compress(point));
        assertEquals(test.hex("shared"), Bytes.copyOf(dh.agree(mine, theirs).copy()));
        return compressed ? PASSED : "passed with the point compressed, and refused uncompressed";
    }

    private static String checkEd25519(SignatureScheme scheme, Case test) {
        SigningPublicKey key = scheme.publicKey(
                Bytes.ofHex(test.group().get("publicKey").get("pk").asText()));
        assertEquals(test.isValid(), scheme.verify(key, test.hex("msg"), test.hex("sig")));
        return PASSED;
    }

    private static String checkEcdsa(SignatureScheme scheme, Case test) {
        Bytes point =
                Bytes.ofHex(test.group().get("publicKey").get("uncompressed").asText());
        SigningPublicKey key = scheme.publicKey(Wycheproof.compress(point));
        Bytes message = test.hex("msg");
        Bytes signature = test.hex("sig");
        boolean verified = scheme.verify(key, message, signature);
        if (test.isValid() && isHigh(signature)) {
            assertTrue(!verified, "a high s");
            assertTrue(scheme.verify(key, message, withOtherS(signature)), "the same with n - s");
            return "refused for a high s, and passed with n - s";
        }
        assertEquals(test.isValid(), verified);
        return PASSED;
    }

    private static boolean isHigh(Bytes signature) {
        return s(signature).compareTo(P256.DOMAIN.getN().shiftRight(1)) > 0;
    }

    private static BigInteger s(Bytes signature) {
        return new BigInteger(1, signature.slice(32, 64).toByteArray());
    }

    private static Bytes withOtherS(Bytes signature) {
        BigInteger other = P256.DOMAIN.getN().subtract(s(signature));
        return Bytes.concat(signature.slice(0, 32), Bytes.copyOf(P256.encodeScalar(other)));
    }

    private static String checkAesGcm(AesGcm gcm, Case test) {
        boolean ours = test.groupNumber("keySize") == Aead.KEY_SIZE * Byte.SIZE
                && test.groupNumber("ivSize") == AesGcm.IV_SIZE * Byte.SIZE;
        if (ours) {
            assertAesGcm(gcm, test);
            return PASSED;
        }
        try {
            assertAesGcm(gcm, test);
            return "passed as published, with a size of key or nonce that the product does not have";
        } catch (IllegalStateException | IllegalArgumentException refusal) {
            return "set aside: a size of key or nonce that neither the provider nor the product has";
        }
    }

    private static void assertAesGcm(AesGcm gcm, Case test) {
        byte[] key = test.hex("key").octets();
        byte[] iv = test.hex("iv").octets();
        byte[] data = test.hex("aad").octets();
        byte[] message = test.hex("msg").octets();
        Bytes sealed = Bytes.concat(test.hex("ct"), test.hex("tag"));
        if (test.isValid()) {
            assertEquals(sealed, Bytes.copyOf(gcm.sealRaw(key, iv, data, message, 0)));
            assertEquals(
                    test.hex("msg"),
                    Bytes.copyOf(gcm.openRaw(key, iv, data, data.length, sealed.octets(), 0, sealed.size())));
        } else {
            // Some providers call a nonce of no octets misuse rather than a forgery.
            Class<? extends RuntimeException> refusal = iv.length == 0 ? RuntimeException.class : CryptoException.class;
            assertThrows(refusal, () -> gcm.openRaw(key, iv, data, data.length, sealed.octets(), 0, sealed.size()));
        }
    }

    private static String checkHkdf(Hash hash, Case test) {
        int size = test.test().get("size").asInt();
        SecretBytes input = SecretBytes.copyOf(test.hex("ikm").octets());
        SecretBytes pseudorandomKey = Hkdf.extract(hash, test.hex("salt"), input);
        if (test.isInvalid()) {
            assertThrows(
                    IllegalArgumentException.class, () -> Hkdf.expand(hash, pseudorandomKey, test.hex("info"), size));
        } else {
            SecretBytes output = Hkdf.expand(hash, pseudorandomKey, test.hex("info"), size);
            assertEquals(test.hex("okm"), Bytes.copyOf(output.copy()));
        }
        return PASSED;
    }

    private static String checkChaChaPoly(ChaChaPoly cipher, Case test) {
        if (test.groupNumber("ivSize") != 96) {
            return "set aside: a nonce other than 96 bits cannot be given";
        }
        byte[] key = test.hex("key").octets();
        byte[] iv = test.hex("iv").octets();
        byte[] data = test.hex("aad").octets();
        byte[] message = test.hex("msg").octets();
        Bytes sealed = Bytes.concat(test.hex("ct"), test.hex("tag"));
        if (test.isValid()) {
            assertEquals(sealed, Bytes.copyOf(ChaChaPoly.crypt(true, key, iv, data, message, 0, message.length)));
        } else {
            assertRefused(() -> ChaChaPoly.crypt(false, key, iv, data, sealed.octets(), 0, sealed.size()));
        }
        return PASSED;
    }

    private static void assertRefused(Runnable forgery) {
        assertThrows(CryptoException.class, forgery::run);
    }
}
