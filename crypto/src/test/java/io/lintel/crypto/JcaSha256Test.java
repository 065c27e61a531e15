package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.security.MessageDigestSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.ProviderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a digest that is used again may hold meanwhile: some hold their last result, which may be a key. */
class JcaSha256Test {
    private final List<String> calls = new ArrayList<>();
    private final JcaSha256 hash = new JcaSha256(new OneDigest(new Noting(calls)));

    @Test
    void theDigestIsResetBehindEachUse() {
        hash.digest(Bytes.of(1));
        assertEquals("reset", last());

        hash.hmac(SecretBytes.copyOf(new byte[32]), new byte[1]);
        assertEquals("reset", last());
        hash.hmac(SecretBytes.copyOf(new byte[65]), new byte[1]);
        assertEquals("reset", last());
        hash.chain(new byte[32], new byte[1], new byte[32], new byte[32]);
        assertEquals("reset", last());
    }

    /** Whatever the parts come to, up to the block that is hashed in one go and beyond it. */
    @Test
    void theFormsForFewPartsAreThatForAnyNumber() {
        JcaSha256 sha256 = JcaSha256.by(CryptoProvider.JDK);
        SecretBytes key = SecretBytes.copyOf(new byte[] {1, 2, 3});
        for (int size = 0; size < 70; size++) {
            byte[] one = filled(1, size / 3);
            byte[] two = filled(2, size / 2);
            byte[] three = filled(3, size);
            assertArrayEquals(sha256.hmac(key, new byte[][] {one, two}), sha256.hmac(key, one, two));
            assertArrayEquals(sha256.hmac(key, new byte[][] {one, two, three}), sha256.hmac(key, one, two, three));
        }
    }

    /** In its place or not, by whoever hashes; a hash of another size is refused, and stays. */
    @Test
    void aHashThatIsMixedIsThatOfItselfAndWhatComesBehindIt() {
        Hash sha512 = DigestHash.SHA512; // has the form for any number of parts alone
        for (Hash each : List.of(
                JcaSha256.by(CryptoProvider.JDK), JcaSha256.by(CryptoProvider.CONSCRYPT), new BouncySha256(), sha512)) {
            Bytes before = each.digest(Bytes.of(1));
            Bytes data = Bytes.copyOf(filled(7, 100));
            byte[] mixed = before.toByteArray();
            byte[] mixedWithSecret = before.toByteArray();
            byte[] mixedInTwoParts = before.toByteArray();

            each.mixHash(mixed, data);
            each.mixHash(mixedWithSecret, SecretBytes.copyOf(data.toByteArray()));

            assertEquals(each.digest(before, data), Bytes.copyOf(mixed), each.name());
            assertArrayEquals(mixed, mixedWithSecret, each.name());
            each.mixHash(mixedInTwoParts, data.slice(0, 30), data.slice(30, 100));
            assertArrayEquals(mixed, mixedInTwoParts, each.name());
        }
        byte[] ofNeither = new byte[33];
        for (Hash each : List.of(new BouncySha256(), sha512)) {
            assertThrows(IllegalArgumentException.class, () -> each.mixHash(ofNeither, Bytes.of(1)), each.name());
        }
        assertArrayEquals(new byte[33], ofNeither);
    }

    private static byte[] filled(int octet, int size) {
        byte[] octets = new byte[size];
        Arrays.fill(octets, (byte) octet);
        return octets;
    }

    @Test
    void theDigestIsResetBehindAUseThatFailed() {
        assertThrows(
                NullPointerException.class, () -> hash.hmac(SecretBytes.copyOf(new byte[65]), new byte[][] {null}));

        assertEquals(List.of("digest", "reset"), calls.subList(calls.size() - 2, calls.size()));
    }

    /** Whichever call fails, of a use with a key or the reset behind it: nothing of it is in what is hashed next. */
    @Test
    void aUseThatFailedLeavesNothingBehind() {
        SecretBytes key = SecretBytes.copyOf(new byte[] {1, 2, 3});
        SecretBytes longKey = SecretBytes.copyOf(new byte[65]);
        byte[] part = {4};
        byte[] longPart = new byte[65];
        BouncySha256 expected = new BouncySha256();
        for (int failing = 0; failing < 6; failing++) {
            Faulty digest = new Faulty();
            JcaSha256 faulty = new JcaSha256(new OneDigest(digest));
            for (List<SecretBytes> keys : List.of(List.of(key, longKey), List.of(longKey, key))) {
                digest.failAfter(failing);
                assertThrows(ProviderException.class, () -> {
                    faulty.hmac(keys.get(0), part, longPart);
                    faulty.hmac(keys.get(0), part, part);
                });
                assertArrayEquals(expected.hmac(keys.get(1), part, part), faulty.hmac(keys.get(1), part, part));

                digest.failAfter(failing);
                assertThrows(ProviderException.class, () -> {
                    faulty.hmac(keys.get(0), part, longPart);
                    faulty.hmac(keys.get(0), part, part);
                });
                assertEquals(expected.digest(Bytes.of(5)), faulty.digest(Bytes.of(5)));
            }
        }
    }

    @Test
    void aChainThatFailedLeavesNothingBehind() {
        SecretBytes key = SecretBytes.copyOf(new byte[] {1, 2, 3});
        byte[] part = {4};
        Bytes expected = Bytes.copyOf(new BouncySha256().hmac(key, part, part));
        // Four HMACs, each of an inner and an outer hash, each of an update and a digest.
        for (int failing = 0; failing < 16; failing++) {
            Faulty digest = new Faulty();
            JcaSha256 faulty = new JcaSha256(new OneDigest(digest));
            digest.failAfter(failing);

            assertThrows(
                    ProviderException.class,
                    () -> faulty.chain(new byte[32], part, new byte[32], new byte[32]),
                    "call " + failing);

            assertEquals(expected, Bytes.copyOf(faulty.hmac(key, part, part)), "behind call " + failing);
        }
    }

    private String last() {
        return calls.get(calls.size() - 1);
    }

    /** Notes what it is asked for, and hashes everything to zeros. */
    private static final class Noting extends MessageDigestSpi {
        private final List<String> calls;

        Noting(List<String> calls) {
            this.calls = calls;
        }

        @Override
        protected int engineGetDigestLength() {
            return 32;
        }

        @Override
        protected void engineUpdate(byte input) {
            calls.add("update");
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            calls.add("update");
        }

        @Override
        protected byte[] engineDigest() {
            calls.add("digest");
            return new byte[32];
        }

        @Override
        protected void engineReset() {
            calls.add("reset");
        }
    }

    /** Hashes with the platform's digest until it fails; then everything fails, the reset too, until it has failed twice. */
    private static final class Faulty extends MessageDigestSpi {
        private final MessageDigest digest = sha256();
        private int left = Integer.MAX_VALUE;

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void failAfter(int calls) {
            left = calls;
        }

        private void call() {
            if (left == -1) {
                left = Integer.MAX_VALUE;
                throw new ProviderException("and again");
            }
            if (left-- == 0) {
                throw new ProviderException("fails as asked");
            }
        }

        @Override
        protected int engineGetDigestLength() {
            return digest.getDigestLength();
        }

        @Override
        protected void engineUpdate(byte input) {
            engineUpdate(new byte[] {input}, 0, 1);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            call();
            digest.update(input, offset, length);
        }

        @Override
        protected byte[] engineDigest() {
            call();
            return digest.digest();
        }

        @Override
        protected void engineReset() {
            call();
            digest.reset();
        }
    }

    /** A provider of that digest alone. */
    private static final class OneDigest extends Provider {
        private static final long serialVersionUID = 1L;

        OneDigest(MessageDigestSpi digest) {
            super("OneDigest", "1", "a digest that a test watches");
            putService(
                    new Service(
                            this, "MessageDigest", "SHA-256", digest.getClass().getName(), null, null) {
                        @Override
                        public Object newInstance(Object parameter) {
                            return digest;
                        }
                    });
        }
    }
}
