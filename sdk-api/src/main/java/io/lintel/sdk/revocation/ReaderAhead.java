package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;

/**
 * That a reader has a list of a higher epoch than the newest that its manager knows. Readers take lists of their site alone, so
 * the manager has forgotten some: its database was put back, and {@link RestoreStore} was not said yet.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param listEpoch the highest epoch that it said
 * @param noticed when it first said so
 */
public record ReaderAhead(CustomerId customer, int reader, long listEpoch, Instant noticed) {}
