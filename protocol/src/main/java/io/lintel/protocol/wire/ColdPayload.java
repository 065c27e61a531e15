package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Intent;

/** The sealed payload of a cold message (spec/protocol.md 4.4). */
public sealed interface ColdPayload {
    /** Returns what the phone claims about the gesture. */
    Intent intent();

    Bytes encode();

    /** A credential by the first 20 octets of SHA-256 of its signed bytes. */
    record Reference(Intent intent, Bytes reference) implements ColdPayload {
        @Override
        public Bytes encode() {
            return Bytes.concat(Bytes.of(REFERENCE), intent.encode(), reference);
        }
    }

    /** The whole signed credential. */
    record Whole(Intent intent, Bytes credential) implements ColdPayload {
        @Override
        public Bytes encode() {
            return Bytes.concat(Bytes.of(WHOLE), intent.encode(), Padding.pad(credential, Lengths.CREDENTIAL));
        }
    }

    int REFERENCE = 1;
    int WHOLE = 2;

    static ColdPayload decode(Bytes octets) {
        int form = octets.isEmpty() ? 0 : octets.unsigned(0);
        boolean reference = form == REFERENCE && octets.size() == Lengths.REFERENCE_PAYLOAD;
        boolean whole = form == WHOLE && octets.size() == Lengths.WHOLE_PAYLOAD;
        MalformedException.unless(reference || whole, "cold payload form");
        Intent intent = Intent.decode(octets.slice(1, 3)).orElseThrow(() -> new MalformedException("intent"));
        Bytes rest = octets.slice(3, octets.size());
        return reference ? new Reference(intent, rest) : new Whole(intent, Padding.unpad(rest));
    }
}
