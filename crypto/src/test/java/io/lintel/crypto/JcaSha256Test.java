package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigestSpi;
import java.security.Provider;
import java.util.ArrayList;
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
    }

    @Test
    void theDigestIsResetBehindAUseThatFailed() {
        assertThrows(
                NullPointerException.class, () -> hash.hmac(SecretBytes.copyOf(new byte[32]), new byte[][] {null}));

        assertEquals(List.of("update", "reset"), calls.subList(calls.size() - 2, calls.size()));
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

    /** A provider of that digest alone. */
    private static final class OneDigest extends Provider {
        private static final long serialVersionUID = 1L;

        OneDigest(MessageDigestSpi digest) {
            super("OneDigest", "1", "a digest that a test watches");
            putService(new Service(this, "MessageDigest", "SHA-256", Noting.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return digest;
                }
            });
        }
    }
}
