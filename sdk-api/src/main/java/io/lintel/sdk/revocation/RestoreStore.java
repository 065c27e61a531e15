package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Says that the database was put back to an earlier state, so that a site's readers and phones may hold what it does not know.
 *
 * @param customer whose site
 * @param asOf the state has everything that was done before this; empty where the newest change that it knows tells
 */
public record RestoreStore(CustomerId customer, Optional<Instant> asOf) {}
