package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import java.time.Instant;
import java.util.Set;

/**
 * What a project says of a reader: its keys, groups and technology. At most 192 octets signed.
 *
 * @param project the project
 * @param issuingEpoch the epoch of the issuing key, 1 to 65535
 * @param readerNumber the reader's number in the project, 1 to 2^31 - 1
 * @param dhKey the reader's static Diffie-Hellman key, 32 or 33 octets after the project's suite
 * @param signingKey the reader's key for signatures, of the same size
 * @param groups the reader's groups: 1 to 8, each 1 to 16383; kept ascending, unmodifiable
 * @param technology the colour that the reader is flashed for
 * @param issued when it was signed; fractions of a second are cut off
 * @param expires from when on phones no longer believe it; after {@code issued}
 */
public record ReaderCertificate(
        ProjectId project,
        int issuingEpoch,
        int readerNumber,
        Bytes dhKey,
        Bytes signingKey,
        Set<Integer> groups,
        Technology technology,
        Instant issued,
        Instant expires)
        implements IssuedStatement {
    /** The most octets that a signed reader certificate takes. */
    public static final int MAX_SIGNED_SIZE_BYTES = 192;

    /** The size of a reader tag in octets. */
    public static final int TAG_SIZE_BYTES = 4;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ReaderCertificate {
        Require.epoch(issuingEpoch, "issuing epoch");
        Require.that(readerNumber >= 1, "the reader number must be 1 to " + Integer.MAX_VALUE);
        Require.keySize(dhKey, "reader's DH key");
        Require.size(signingKey, dhKey.size(), "reader's signing key");
        groups = Require.groups(groups);
        issued = Require.wholeSeconds(issued, "issue time");
        expires = Require.wholeSeconds(expires, "expiry");
        Require.that(issued.isBefore(expires), "a reader certificate must expire after it was issued");
    }

    @Override
    public Purpose purpose() {
        return Purpose.READER;
    }

    /** Returns the SHA-256 of the DH key, 32 octets: what a revocation list names a reader by. */
    public Bytes keyFingerprint() {
        return Sha256.digest(dhKey);
    }

    /** Returns the first 4 octets of the {@link #keyFingerprint()}, which an opener carries in clear. */
    public Bytes tag() {
        return keyFingerprint().slice(0, TAG_SIZE_BYTES);
    }
}
