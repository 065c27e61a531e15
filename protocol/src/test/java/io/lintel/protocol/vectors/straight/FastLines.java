package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/** The ratchet and the fast message, sections 5.2 and 5.3. */
public record FastLines(OpenerLines opener, Bytes ratchet, int attempt) {
    public static final int ATTEMPTS = 4;

    /** Returns the next step of a ratchet. */
    public static Bytes step(Bytes ratchet) {
        return Plain.expand(ratchet, Plain.label("lintel/1/step"), 32);
    }

    public static Bytes hint(Bytes ratchet, int attempt) {
        return Plain.expand(ratchet, Bytes.concat(Plain.label("lintel/1/hint"), Bytes.of(attempt)), 8);
    }

    public TapLines tap() {
        return new TapLines(Plain.expand(
                ratchet, Bytes.concat(Plain.label("lintel/1/fast"), Bytes.of(attempt), opener.openerHash()), 32));
    }

    public Bytes message(Bytes intent) {
        Bytes clear = Bytes.concat(Bytes.of(5), hint(ratchet, attempt));
        return Bytes.concat(clear, Plain.seal(tap().tapKey(), 0, clear, intent));
    }
}
