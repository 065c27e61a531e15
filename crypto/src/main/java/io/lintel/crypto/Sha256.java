package io.lintel.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 (FIPS 180-4) for names, references and checksums, which are the same in every suite and need no key. Thread-safe;
 * what belongs to a suite is {@link CryptoSuite}'s.
 */
public final class Sha256 {
    /** The octets of a digest. */
    public static final int SIZE_BYTES = 32;

    private Sha256() {}

    /** Returns the digest of some octets, one part after another. */
    public static Bytes digest(Bytes... parts) {
        MessageDigest digest = begin();
        for (Bytes part : parts) {
            digest.update(part.octets());
        }
        return Bytes.wrap(digest.digest());
    }

    /** Begins a digest of octets that are not all there at once; for one thread. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // Every Java platform has to have it (java.security.MessageDigest).
            throw new IllegalStateException("this Java platform lacks SHA-256", e);
        }
    }
}
