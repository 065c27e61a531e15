package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;

/**
 * What became of a site whose database was put back.
 *
 * @param customer whose site
 * @param asOf the state that counts
 * @param listEpoch the list that was published at once, above all that may be with readers
 * @param firstSerial the first serial that may have been given since; it and all up to {@code lastSerial} are revoked
 * @param lastSerial the last of these
 * @param voidedCodes activation codes that were open, and that somebody may have used since: they are void
 */
public record StoreRestored(
        CustomerId customer, Instant asOf, long listEpoch, long firstSerial, long lastSerial, long voidedCodes) {}
