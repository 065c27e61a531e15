package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.within;

/**
 * What a new site shares ({@code STA-01}); an administrator switches it.
 *
 * @param onByDefault whether statistics and support copies are on at first
 * @param crashReportsByDefault whether crash reports are on at first; a switch of their own ({@code C-34})
 * @param smallestGroup how many phones a model or version needs to be named ({@code STA-21})
 */
public record StatisticsRules(boolean onByDefault, boolean crashReportsByDefault, int smallestGroup) {

    /** Refuses a group out of bounds. */
    public StatisticsRules {
        within(smallestGroup, 1, 1000, "smallestGroup");
    }
}
