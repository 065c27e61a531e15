package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a signed credential says beyond its person's wish.
 *
 * @param lease how long it works without a check-in; null for as long as it is valid
 */
public record CredentialRules(@Nullable Duration lease) {

    /** Refuses an empty lease. */
    public CredentialRules {
        if (lease != null) {
            positive(lease, "lease");
        }
    }

    /** How long a credential works without a check-in, if that is bounded. */
    public Optional<Duration> boundedLease() {
        return Optional.ofNullable(lease);
    }
}
