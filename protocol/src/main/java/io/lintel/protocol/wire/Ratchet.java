package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;

/** The pure functions of the fast tap's ratchet (spec/protocol.md 5.2). */
public final class Ratchet {
    /** Attempts per step; after them the phone taps cold. */
    public static final int ATTEMPTS = 4;

    private static final Bytes HINT = Bytes.utf8("lintel/1/hint\0");
    private static final Bytes STEP = Bytes.utf8("lintel/1/step\0");

    private Ratchet() {}

    /** Returns the eight octets by which the reader finds (ratchet, attempt) without learning anything else. */
    public static Bytes hint(CryptoSuite suite, SecretBytes ratchet, int attempt) {
        try (SecretBytes hint = suite.hkdfExpand(ratchet, Bytes.concat(HINT, Bytes.of(attempt)), Lengths.HINT)) {
            return Bytes.copyOf(hint.copy());
        }
    }

    /** Returns the next step's secret. Nothing else enters it, so parallel taps cannot diverge. */
    public static SecretBytes step(CryptoSuite suite, SecretBytes ratchet) {
        return suite.hkdfExpand(ratchet, STEP, Lengths.SECRET);
    }
}
