package io.lintel.sdk.link;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.List;

/**
 * What a reader said over its link last. Nothing in it is signed: whether a reader enforces a list, its receipts say.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param seen when it last said so; it says so every minute, which is noted every ten
 * @param listEpoch the list in force, 0 before the first
 * @param revision the configuration that it runs on, 0 for none that is numbered
 * @param keptRevision the configuration that it starts with the next time
 * @param software what runs there
 * @param counts what it has counted since it started, in the order of {@code ReaderCounters.Counter}; empty before it said so
 */
public record LinkStatus(
        CustomerId customer,
        int reader,
        Instant seen,
        long listEpoch,
        long revision,
        long keptRevision,
        String software,
        List<Long> counts) {
    /** Copies the counts. */
    public LinkStatus {
        counts = List.copyOf(counts);
    }
}
