package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;

/**
 * A fast message (spec/protocol.md 5.3): kind, hint, sealed intent.
 *
 * @param hint 8 octets
 * @param sealed the sealed intent, with its tag
 */
public record FastMessage(Bytes hint, Bytes sealed) {
    public Bytes encode() {
        return Bytes.concat(associatedData(), sealed);
    }

    /** Returns what the AEAD authenticates besides its plaintext: kind and hint. */
    public Bytes associatedData() {
        return associatedData(hint);
    }

    public static Bytes associatedData(Bytes hint) {
        return Bytes.concat(MessageKind.FAST.octet(), hint);
    }

    public static FastMessage decode(Bytes message) {
        MalformedException.unless(message.size() == Lengths.FAST, "fast size");
        int sealed = Lengths.KIND + Lengths.HINT;
        return new FastMessage(message.slice(Lengths.KIND, sealed), message.slice(sealed, message.size()));
    }
}
