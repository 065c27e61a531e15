package io.lintel.protocol.vectors;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The terms of the vectors' credentials: the usual one, and each with the one thing that makes a reader deny it. */
enum CredentialTerms {
    USUAL,
    LARGEST,
    EARLY,
    EXPIRED,
    LAPSED,
    ELSEWHERE,
    GREEN,
    VERIFIED,
    GESTURE,
    LASTING,
    RENEWED;

    int epoch() {
        return this == RENEWED ? 2 : 1;
    }

    long accessNumber() {
        return this == LARGEST ? Long.MAX_VALUE : 4711;
    }

    Instant issued() {
        Duration age = this == RENEWED ? Duration.ofMinutes(5) : Duration.ofHours(1);
        return this == EXPIRED || this == LAPSED ? SiteNodes.NOW.minus(Duration.ofDays(30)) : SiteNodes.NOW.minus(age);
    }

    Instant validFrom() {
        return switch (this) {
            case EARLY -> SiteNodes.NOW.plus(Duration.ofDays(1));
            case LARGEST -> SiteNodes.NOW.minus(Duration.ofMinutes(1));
            default -> issued();
        };
    }

    Optional<Instant> validUntil() {
        return switch (this) {
            case EXPIRED -> SiteNodes.after(Duration.ofSeconds(-1));
            case LASTING, RENEWED -> Optional.empty();
            default -> SiteNodes.after(Duration.ofDays(90));
        };
    }

    Instant leaseEnd() {
        return switch (this) {
            case LAPSED -> SiteNodes.NOW.minusSeconds(1);
            case LASTING -> SiteNodes.NOW.plus(Duration.ofDays(60));
            default -> SiteNodes.NOW.plus(Duration.ofDays(3));
        };
    }

    Set<Integer> groups(Suite suite) {
        return switch (this) {
            case ELSEWHERE -> Set.of(9);
            case LARGEST -> suite == Suite.X25519 ? Set.of(1, 2, 3, 4, 5, 200) : Set.of(1, 2, 3, 4, 5, 6);
            default -> Set.of(1, 300);
        };
    }

    Technology technology() {
        return this == GREEN ? Technology.GREEN : Technology.BLUE;
    }

    Set<CredentialFlag> flags() {
        return switch (this) {
            case VERIFIED -> Set.of(CredentialFlag.PERSON_VERIFICATION_REQUIRED);
            case GESTURE -> Set.of(CredentialFlag.GESTURE_REQUIRED);
            default -> Set.of();
        };
    }
}
