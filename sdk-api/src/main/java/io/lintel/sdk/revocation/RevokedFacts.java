package io.lintel.sdk.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * What the exposure of a revoked credential follows from, beside the readers.
 *
 * @param epoch the first list that names it
 * @param leaseEnd the latest lease end that was ever signed for it; empty where one never ends
 * @param validUntil the latest end of its validity that was ever signed; empty where one never ends
 * @param lastListExpires when the newest list before {@code epoch} expires; empty where nobody knows
 */
public record RevokedFacts(
        long epoch, Optional<Instant> leaseEnd, Optional<Instant> validUntil, Optional<Instant> lastListExpires) {}
