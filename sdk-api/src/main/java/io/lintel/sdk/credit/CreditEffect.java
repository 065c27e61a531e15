package io.lintel.sdk.credit;

import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.profile.CreditRules;
import io.lintel.sdk.profile.CreditRules.ForfeitOn;
import io.lintel.sdk.profile.CreditRules.ReturnOn;

/**
 * What a change of a credential's state does to what the credential cost. Credit never comes back for a credential that
 * may still open a door: a revocation that waits for its confirmation has no effect.
 */
public enum CreditEffect {
    /** Nothing. */
    NONE,
    /** What was reserved is spent. */
    SETTLE,
    /** What was reserved is free again; what was spent stays spent. */
    RELEASE,
    /** What was reserved or spent comes back. */
    GIVE_BACK,
    /** What was reserved or spent is lost ({@code CRD-22}). */
    FORFEIT;

    /** The effect of one change under a site's policy ({@code C-27}, {@code C-28}). Pure. */
    public static CreditEffect of(CreditRules rules, CredentialState from, CredentialState to) {
        return switch (to) {
            case REDEEMED, ACTIVE -> SETTLE;
            case REVOKED -> ended(rules, from);
            case LOST ->
                from == CredentialState.REVOKE_PENDING && rules.forfeitOn() == ForfeitOn.LOST_WHILE_PENDING
                        ? FORFEIT
                        : NONE;
            // Removed without having been revoked first: certain to open nothing only where no phone ever had it.
            case DELETED -> from.mayBeOnAPhone() ? NONE : ended(rules, from);
            case CREATED, AWAITING_ACTIVATION, ACTIVATION_EXPIRED, REVOKE_PENDING -> NONE;
        };
    }

    private static CreditEffect ended(CreditRules rules, CredentialState from) {
        if (from == CredentialState.REVOKED || from == CredentialState.LOST || from == CredentialState.DELETED) {
            return NONE;
        }
        if (rules.returnOn() == ReturnOn.REVOKE_CONFIRMED) {
            return GIVE_BACK;
        }
        return from.mayBeOnAPhone() ? NONE : RELEASE;
    }
}
