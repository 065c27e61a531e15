package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;

import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How administrators log in.
 *
 * @param passwordExpiry how long a password is good; null for ever ({@code PWD-05})
 */
public record LoginRules(@Nullable Period passwordExpiry) {

    /** Refuses an empty period. */
    public LoginRules {
        if (passwordExpiry != null) {
            positive(passwordExpiry, "passwordExpiry");
        }
    }

    /** How long a password is good, where that is bounded. */
    public Optional<Period> boundedPassword() {
        return Optional.ofNullable(passwordExpiry);
    }
}
