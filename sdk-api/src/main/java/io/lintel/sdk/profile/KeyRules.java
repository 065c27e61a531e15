package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;

import java.time.Period;

/**
 * How long the site's issuing keys are valid.
 *
 * @param issuingValidity from the site's creation on
 */
public record KeyRules(Period issuingValidity) {

    /** Refuses an empty period. */
    public KeyRules {
        positive(issuingValidity, "issuingValidity");
    }
}
