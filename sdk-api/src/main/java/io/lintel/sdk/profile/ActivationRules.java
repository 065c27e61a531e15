package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.filled;
import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an activation code behaves ({@code C-01}).
 *
 * @param scope what one code activates
 * @param maxUses how often it can be redeemed; null for any number of times
 * @param validity how long it lives, by the calendar: P1M from 31 January ends with February ({@code ACT-06}); null for
 *     ever
 * @param consumeOn what uses it up ({@code ACT-20})
 * @param forms in which forms a person gets it
 * @param activeAfter when a redeemed credential counts as active ({@code DEV-16})
 */
public record ActivationRules(
        Scope scope,
        @Nullable Integer maxUses,
        @Nullable Period validity,
        ConsumeOn consumeOn,
        Set<Form> forms,
        ActiveAfter activeAfter) {

    /** What one code activates. */
    public enum Scope {
        /** The one credential that it was made for, once. */
        CREDENTIAL,
        /** A new credential for each phone that redeems it: the project's code ({@code ACT-16}). */
        PROJECT
    }

    /** What uses a code up. */
    public enum ConsumeOn {
        /** The app's redemption, not opening a link: mail scanners open links. */
        REDEEM,
        /**
         * The first opening of its link ({@code ACT-11}): by the app, which redeems it with that, or by anything else, which
         * wastes it ({@code ACT-12}).
         */
        CLICK
    }

    /** How a code reaches its phone. */
    public enum Form {
        /** A QR code. */
        QR,
        /** 20 characters to type ({@code ACT-04}). */
        CODE,
        /** A link in a message ({@code ACT-10}). */
        LINK
    }

    /** When a redeemed credential counts as active. */
    public enum ActiveAfter {
        /** At once. */
        REDEEM,
        /** When the phone has confirmed at a check-in that it holds the credential. */
        FIRST_SYNC
    }

    /** Refuses values that make no sense together. */
    public ActivationRules {
        present(scope, "scope");
        if (validity != null) {
            positive(validity, "validity");
        }
        present(consumeOn, "consumeOn");
        present(activeAfter, "activeAfter");
        forms = ordered(filled(forms, "forms"), Form.class);
        if (scope == Scope.CREDENTIAL) {
            present(maxUses, "maxUses");
            within(maxUses == null ? 1 : maxUses, 1, 1, "maxUses");
            present(validity, "validity");
        } else {
            if (maxUses != null) {
                within(maxUses, 1, Integer.MAX_VALUE, "maxUses");
            }
            if (consumeOn != ConsumeOn.REDEEM) {
                throw new IllegalArgumentException("consumeOn must be REDEEM where the scope is PROJECT");
            }
        }
    }

    /** How long a code lives, where that is bounded. */
    public Optional<Period> boundedValidity() {
        return Optional.ofNullable(validity);
    }

    /** How often a code can be redeemed, where that is bounded. */
    public OptionalInt boundedUses() {
        return maxUses == null ? OptionalInt.empty() : OptionalInt.of(maxUses);
    }
}
