package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** SHA-256 over fields of text, each behind its length in 4 octets, so that no two lists of fields read the same. */
final class FieldHash {

    private final MessageDigest sha256 = Sha256.begin();

    private FieldHash() {}

    /** Begins with a label that says what is hashed. */
    static FieldHash labelled(String label) {
        return new FieldHash().add(label);
    }

    FieldHash add(String field) {
        byte[] octets = field.getBytes(StandardCharsets.UTF_8);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (octets.length >>> shift));
        }
        sha256.update(octets);
        return this;
    }

    FieldHash add(long field) {
        return add(Long.toString(field));
    }

    /** The hash. Ends the use of this object. */
    Bytes value() {
        return Bytes.copyOf(sha256.digest());
    }
}
