package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import java.util.List;
import java.util.stream.IntStream;

/** The pure functions of the fast tap's ratchet (spec/protocol.md 5.2). */
public final class Ratchet {
    /** Attempts per step; after them the phone taps cold. */
    public static final int ATTEMPTS = 4;

    private static final List<Bytes> HINTS = eachAttempt("lintel/1/hint\0");

    /** The number of HKDF-Expand's only block. */
    private static final Bytes FIRST_BLOCK = Bytes.of(1);

    private static final Bytes STEP = Bytes.utf8("lintel/1/step\0");

    private Ratchet() {}

    /** Returns a label with each attempt's number behind it. */
    static List<Bytes> eachAttempt(String label) {
        return IntStream.range(0, ATTEMPTS)
                .mapToObj(attempt -> Bytes.concat(Bytes.utf8(label), Bytes.of(attempt)))
                .toList();
    }

    /** Returns the eight octets by which the reader finds (ratchet, attempt) without learning anything else. */
    public static Bytes hint(CryptoSuite suite, SecretBytes ratchet, int attempt) {
        return suite.truncatedHmac(ratchet, Lengths.HINT, HINTS.get(attempt), FIRST_BLOCK);
    }

    /** Returns the same octets as a number, the first of them highest, which costs no object. */
    public static long hintNumber(CryptoSuite suite, SecretBytes ratchet, int attempt) {
        return suite.hmac64(ratchet, HINTS.get(attempt), FIRST_BLOCK);
    }

    /** Returns the next step's secret. Nothing else enters it, so parallel taps cannot diverge. */
    public static SecretBytes step(CryptoSuite suite, SecretBytes ratchet) {
        return suite.hkdfExpand(ratchet, STEP, Lengths.SECRET);
    }
}
