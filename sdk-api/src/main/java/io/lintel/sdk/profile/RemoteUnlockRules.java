package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a door opens from afar, and how often ({@code RUL-01}).
 *
 * @param coolDown how long a door refuses the next remote unlock after one; null where there is no remote unlock
 */
public record RemoteUnlockRules(@Nullable Duration coolDown) {

    /** Refuses a cool-down of nothing. */
    public RemoteUnlockRules {
        if (coolDown != null) {
            positive(coolDown, "coolDown");
        }
    }

    /** The cool-down, where the profile has remote unlock at all. */
    public Optional<Duration> offered() {
        return Optional.ofNullable(coolDown);
    }
}
