package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 for names and references, which are the same in every suite and need no key. */
final class Sha256 {
    static final int SIZE_BYTES = 32;

    private Sha256() {}

    static Bytes digest(Bytes... parts) {
        MessageDigest digest = newDigest();
        for (Bytes part : parts) {
            digest.update(part.toByteArray());
        }
        return Bytes.copyOf(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has to have it (java.security.MessageDigest).
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
