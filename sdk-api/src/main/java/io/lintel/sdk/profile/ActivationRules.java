package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import java.time.Period;

/**
 * How an activation code behaves ({@code C-01}).
 *
 * @param scope what one code activates
 * @param maxUses how often it can be redeemed
 * @param validity how long it lives, by the calendar: P1M from 31 January ends with February ({@code ACT-06})
 * @param consumeOn what uses it up ({@code ACT-20})
 */
public record ActivationRules(Scope scope, int maxUses, Period validity, ConsumeOn consumeOn) {

    /** What one code activates. */
    public enum Scope {
        /** The one credential that it was made for. */
        CREDENTIAL
    }

    /** What uses a code up. */
    public enum ConsumeOn {
        /** The app's redemption, not opening a link: mail scanners open links. */
        REDEEM
    }

    /** Refuses values that make no sense together. */
    public ActivationRules {
        present(scope, "scope");
        within(maxUses, 1, 1, "maxUses");
        positive(validity, "validity");
        present(consumeOn, "consumeOn");
    }
}
