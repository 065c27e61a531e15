package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import io.lintel.sdk.ledger.ConsumptionOrder;

/**
 * What credentials cost.
 *
 * @param cost credits per credential; 0 charges nothing and writes no row ({@code CRD-36})
 * @param trialGrant free credits of a new customer ({@code CRD-03})
 * @param order which bucket pays first ({@code CRD-31})
 * @param chargeAt when the charge is made ({@code CRD-12})
 * @param distributorSeesIssues whether an issue also gets a row in the distributor's book, which changes nothing there
 */
public record CreditRules(
        int cost, int trialGrant, ConsumptionOrder order, ChargeAt chargeAt, boolean distributorSeesIssues) {

    /** When the charge is made. */
    public enum ChargeAt {
        /** When the credential is issued, not when it is activated. */
        ISSUE
    }

    /** Refuses values out of bounds. */
    public CreditRules {
        within(cost, 0, 1000, "cost");
        within(trialGrant, 0, 1_000_000, "trialGrant");
        present(order, "order");
        present(chargeAt, "chargeAt");
    }
}
