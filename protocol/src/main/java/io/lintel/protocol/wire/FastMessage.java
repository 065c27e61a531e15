package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;

/**
 * A fast message (spec/protocol.md 5.3): kind, hint, sealed intent.
 *
 * @param octets all of it, as it is sent
 */
public record FastMessage(Bytes octets) {
    private static final int SEALED = Lengths.KIND + Lengths.HINT;

    /** Returns the message of an attempt with this hint, 8 octets; {@code key} seals nothing else. */
    public static FastMessage seal(CryptoSuite suite, SecretBytes key, Bytes hint, Bytes intent) {
        Bytes clear = clear(hint);
        return new FastMessage(suite.seal(clear, key, 0, clear, intent));
    }

    /** Returns what stands before the sealed intent, and what the AEAD authenticates besides it: kind and hint. */
    public static Bytes clear(Bytes hint) {
        return Bytes.concat(MessageKind.FAST.octet(), hint);
    }

    /** Returns the hint, by which the reader finds the attempt, as {@link Ratchet#hintNumber} does. */
    public long hintNumber() {
        return BigEndian.readU64(octets, Lengths.KIND);
    }

    /** Opens the intent; fails with the one cryptographic error. */
    public Bytes open(CryptoSuite suite, SecretBytes key) {
        return suite.open(key, 0, octets, SEALED);
    }

    public Bytes encode() {
        return octets;
    }

    public static FastMessage decode(Bytes message) {
        MalformedException.unless(message.size() == Lengths.FAST, "fast size");
        return new FastMessage(message);
    }
}
