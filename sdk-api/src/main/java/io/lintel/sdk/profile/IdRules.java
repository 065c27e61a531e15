package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;

/**
 * How a credential gets its access number ({@code C-38}).
 *
 * @param strategy where the number comes from when the request names none
 * @param editable whether a request may name one ({@code C-42})
 * @param allowDuplicates whether two credentials may have the same one ({@code CFG-05}, {@code DEV-09})
 */
public record IdRules(Strategy strategy, boolean editable, boolean allowDuplicates) {

    /** Where an access number comes from. */
    public enum Strategy {
        /** One more than the highest so far ({@code DEV-10}). */
        NEXT_FREE
    }

    /** Refuses a missing strategy. */
    public IdRules {
        present(strategy, "strategy");
    }
}
