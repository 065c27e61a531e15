package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.noise.HandshakeState;
import java.util.List;

/**
 * The secret of one tap, from which each key of it is expanded under a label of its own (spec/protocol.md 5.1). A cold tap
 * has it from Noise's final chaining key and handshake hash, a fast tap from the ratchet, the attempt index and the
 * opener.
 */
public final class TapSecret implements AutoCloseable {
    private static final Bytes COLD = Bytes.utf8("lintel/1/cold");

    /** What stands before the opener's hash, for each attempt. */
    private static final List<Bytes> FAST = Ratchet.eachAttempt("lintel/1/fast\0");

    /** What a key of a tap is for. */
    public enum Use {
        /** Seals the phone's fast message. */
        TAP("tap"),
        /** Seals the reader's answer. */
        ANSWER("answer"),
        /** Seals what the reader sends besides the answer. */
        TO_PHONE("to-phone"),
        /** Seals what the phone sends after its first message. */
        TO_READER("to-reader"),
        /** The ratchet's first secret; cold taps only. */
        RESUMPTION("resumption"),
        /** Exported for secure ranging (UWB, Channel Sounding). */
        RANGING("ranging");

        @SuppressWarnings("ImmutableEnumChecker") // Bytes is immutable
        private final Bytes info;

        Use(String label) {
            this.info = Bytes.utf8("lintel/1/" + label + '\0');
        }
    }

    private final CryptoSuite suite;
    private final SecretBytes secret;

    private TapSecret(CryptoSuite suite, SecretBytes secret) {
        this.suite = suite;
        this.secret = secret;
    }

    public static TapSecret ofCold(CryptoSuite suite, HandshakeState handshake) {
        return new TapSecret(suite, handshake.export(COLD, Lengths.SECRET));
    }

    public static TapSecret ofFast(CryptoSuite suite, SecretBytes ratchet, int attempt, Bytes openerHash) {
        return new TapSecret(suite, suite.hkdfExpand(ratchet, FAST.get(attempt), openerHash));
    }

    /** Returns the key for a use; the caller closes it. */
    public SecretBytes key(Use use) {
        return suite.hkdfExpand(secret, use.info, Lengths.SECRET);
    }

    @Override
    public void close() {
        secret.close();
    }
}
