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

    /** HKDF-Expand's one block for each attempt: the label, the attempt, the block's number. */
    private static final List<Bytes> HINTS = IntStream.range(0, ATTEMPTS)
            .mapToObj(attempt -> Bytes.concat(Bytes.utf8("lintel/1/hint\0"), Bytes.of(attempt, 1)))
            .toList();

    private static final Bytes STEP = Bytes.utf8("lintel/1/step\0");

    private Ratchet() {}

    /** Returns the eight octets by which the reader finds (ratchet, attempt) without learning anything else. */
    public static Bytes hint(CryptoSuite suite, SecretBytes ratchet, int attempt) {
        return suite.hmac(ratchet, HINTS.get(attempt)).slice(0, Lengths.HINT);
    }

    /** Returns the next step's secret. Nothing else enters it, so parallel taps cannot diverge. */
    public static SecretBytes step(CryptoSuite suite, SecretBytes ratchet) {
        return suite.hkdfExpand(ratchet, STEP, Lengths.SECRET);
    }
}
