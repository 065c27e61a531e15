package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;

import java.time.Duration;

/**
 * When a phone talks to the manager.
 *
 * @param every how long after one check-in the phone makes the next
 */
public record CheckInRules(Duration every) {

    /** Refuses an empty time. */
    public CheckInRules {
        positive(every, "every");
    }
}
