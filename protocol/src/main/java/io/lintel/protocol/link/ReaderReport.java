package io.lintel.protocol.link;

import io.lintel.protocol.statement.Receipt.ListInForce;
import java.util.Optional;

/**
 * How it stands with a linked reader, in its own words. Nothing is signed: what a manager relies on is in receipts.
 *
 * @param list the list in force, empty before the first
 * @param revision the configuration that it runs on, 0 to 2^32 - 1; 0 for none that is numbered
 * @param keptRevision the configuration that it keeps, which is the one that it runs on unless it could not yet go by it
 * @param software what runs there: 0 to {@value #MAX_SOFTWARE_LENGTH} printable ASCII characters
 */
public record ReaderReport(Optional<ListInForce> list, long revision, long keptRevision, String software) {
    /** The most characters of {@code software}. */
    public static final int MAX_SOFTWARE_LENGTH = 32;

    private static final long MAX_REVISION = 0xffff_ffffL;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ReaderReport {
        if (revision < 0 || revision > MAX_REVISION || keptRevision < 0 || keptRevision > MAX_REVISION) {
            throw new IllegalArgumentException("a revision is 0 to " + MAX_REVISION);
        }
        if (software.length() > MAX_SOFTWARE_LENGTH || !software.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "software is named by at most " + MAX_SOFTWARE_LENGTH + " printable ASCII characters");
        }
    }

    /** Returns the epoch of the list in force, 0 before the first. */
    public long listEpoch() {
        return list.map(ListInForce::epoch).orElse(0L);
    }
}
