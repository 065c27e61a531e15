package io.lintel.sdk.revocation;

import java.time.Duration;
import java.util.Optional;

/**
 * Until when one reader may still open for a revoked credential, and why.
 *
 * @param reader the reader's number, or {@link #FORGOTTEN_READER}
 * @param bound until when
 * @param reason what the bound rests on
 * @param lag how far the reader's clock may be behind, which is in the bound; empty where nobody says
 */
public record ReaderExposure(int reader, Bound bound, Reason reason, Optional<Duration> lag) {

    /** In place of a number: any reader that may have been forgotten when the database was put back. */
    public static final int FORGOTTEN_READER = 0;

    /** What a bound rests on. */
    public enum Reason {
        /** The reader's receipt names a list of the revocation's epoch or a later one. */
        RECEIPT,
        /** The reader was certified for the credential's groups when the list was there: it never had an older one. */
        CERTIFIED_LATER,
        /** Nothing was revoked since the list that it is known to have. */
        NOTHING_MISSED,
        /** The latest lease that was ever signed for the credential ends then. */
        LEASE_END,
        /** The latest validity that was ever signed for the credential ends then. */
        VALIDITY_END,
        /** The newest list that the reader can have without the revocation is too old for it then. */
        LIST_TOO_OLD,
        /** Unbounded: no lease, no validity and no policy for old lists ends it. */
        NO_TERM,
        /** Unbounded: nobody says how far the reader's clock may be behind. */
        UNKNOWN_LAG
    }
}
