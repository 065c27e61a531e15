package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;

import io.lintel.protocol.reader.ReaderClock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a site states about its readers' clocks.
 *
 * @param worstLag the most that any of them is ever behind, a second to 30 days in whole seconds; null where they have none
 * @param without what a reader does without a clock, or whose clock was lost
 */
public record ClockRules(@Nullable Duration worstLag, ReaderClock.Without without) {
    /** Refuses values out of bounds. */
    public ClockRules {
        present(without, "clock.without");
        if (worstLag != null) {
            positive(worstLag, "clock.worstLag");
        }
        new ReaderClock(Optional.ofNullable(worstLag), without);
    }

    ReaderClock clock() {
        return new ReaderClock(Optional.ofNullable(worstLag), without);
    }
}
