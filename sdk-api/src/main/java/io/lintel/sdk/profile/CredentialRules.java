package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.filled;
import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.positive;

import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a signed credential says beyond its person's wish.
 *
 * @param lease how long it works without a check-in; null for as long as it is valid
 * @param technologies the colours that it may have ({@code TEC-04})
 */
public record CredentialRules(@Nullable Duration lease, Set<Technology> technologies) {

    /** Refuses an empty lease and credentials of no technology. */
    public CredentialRules {
        if (lease != null) {
            positive(lease, "lease");
        }
        technologies = ordered(filled(technologies, "technologies"), Technology.class);
    }

    /** How long a credential works without a check-in, if that is bounded. */
    public Optional<Duration> boundedLease() {
        return Optional.ofNullable(lease);
    }
}
