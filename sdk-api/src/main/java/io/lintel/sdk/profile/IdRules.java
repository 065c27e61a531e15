package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;

/**
 * How a credential gets its access number ({@code C-38}).
 *
 * @param strategy where the number comes from when the request names none
 * @param editable whether a request may name one ({@code C-42})
 * @param allowDuplicates whether two credentials in force may have the same one ({@code CFG-05}, {@code DEV-09})
 */
public record IdRules(Strategy strategy, boolean editable, boolean allowDuplicates) {

    /** Where an access number comes from. */
    public enum Strategy {
        /**
         * One more than the highest so far ({@code DEV-10}). Numbers above 2^35 - 1, which no panel format carries, do not
         * count; once that one is used, the lowest number that never was.
         */
        NEXT_FREE
    }

    /** Refuses a missing strategy. */
    public IdRules {
        present(strategy, "strategy");
    }
}
