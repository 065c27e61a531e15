package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/**
 * That a site told one reader one content, and how new it is ({@code spec/protocol.md}, "{@code reader-configuration}"). It
 * names the content by its hash, so that the statement itself holds no secret.
 *
 * @param project the project
 * @param issuingEpoch the epoch of the issuing key for configurations, 1 to 65535
 * @param readerNumber the reader that it is for, 1 to 2^31 - 1
 * @param revision one more for each configuration of the project, 1 to 2^32 - 1; a reader goes to no lower one
 * @param issued when it was signed, cut to whole seconds
 * @param contentHash SHA-256 of the content, 32 octets
 */
public record ReaderConfigurationStatement(
        ProjectId project, int issuingEpoch, int readerNumber, long revision, Instant issued, Bytes contentHash)
        implements IssuedStatement {
    /** The most octets that a signed one takes. */
    public static final int MAX_SIGNED_SIZE_BYTES = 192;

    private static final int HASH_SIZE_BYTES = 32;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ReaderConfigurationStatement {
        Require.epoch(issuingEpoch, "issuing epoch");
        Require.that(readerNumber >= 1, "a reader's number must be 1 to " + Integer.MAX_VALUE);
        Require.uint32(revision, "revision");
        issued = Require.wholeSeconds(issued, "time of issue");
        Require.size(contentHash, HASH_SIZE_BYTES, "content's hash");
    }

    @Override
    public Purpose purpose() {
        return Purpose.CONFIGURATION;
    }
}
