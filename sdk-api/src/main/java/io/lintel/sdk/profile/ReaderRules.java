package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import java.time.Duration;
import java.time.Period;

/**
 * What readers of a site enforce; goes into every reader configuration.
 *
 * @param certificateValidity how long a reader's certificate is valid
 * @param listValidity how long a revocation list counts as fresh
 * @param staleList what a reader does when its list has expired
 * @param coldAfterUses fast taps after which a cold one is forced
 * @param coldAfter time after which a cold tap is forced
 */
public record ReaderRules(
        Period certificateValidity, Period listValidity, StaleList staleList, int coldAfterUses, Duration coldAfter) {

    /** What a reader does when its revocation list has expired. */
    public enum StaleList {
        /** Opens to nobody until a fresh list comes. */
        DENY,
        /** Opens as before. */
        ALLOW
    }

    /** Refuses values out of bounds. */
    public ReaderRules {
        positive(certificateValidity, "certificateValidity");
        positive(listValidity, "listValidity");
        present(staleList, "staleList");
        within(coldAfterUses, 0, 1_000_000, "coldAfterUses");
        positive(coldAfter, "coldAfter");
    }
}
