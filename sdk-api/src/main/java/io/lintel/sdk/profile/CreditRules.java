package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import io.lintel.sdk.ledger.ConsumptionOrder;

/**
 * What credentials cost, and when credit comes back.
 *
 * @param cost credits per credential; 0 charges nothing and writes no row ({@code CRD-36})
 * @param trialGrant free credits of a new customer ({@code CRD-03})
 * @param order which bucket pays first ({@code CRD-31})
 * @param chargeAt when the charge is made ({@code CRD-12})
 * @param returnOn when credit comes back ({@code C-27})
 * @param forfeitOn when credit is lost for good ({@code C-28})
 * @param demoUnlimited whether a demo site issues without credit ({@code CRD-18})
 * @param distributorSeesIssues whether an issue also gets a row in the distributor's book, which changes nothing there
 */
public record CreditRules(
        int cost,
        int trialGrant,
        ConsumptionOrder order,
        ChargeAt chargeAt,
        ReturnOn returnOn,
        ForfeitOn forfeitOn,
        boolean demoUnlimited,
        boolean distributorSeesIssues) {

    /** When the charge is made. */
    public enum ChargeAt {
        /** When the credential is issued. */
        ISSUE,
        /** Reserved when the credential is issued, charged when a phone activates it. */
        ACTIVATION
    }

    /** When credit comes back. */
    public enum ReturnOn {
        /** Never: what was charged is spent ({@code CRD-17}). */
        NEVER,
        /** When it is proven that the credential can no longer open a door ({@code CRD-23}). */
        REVOKE_CONFIRMED
    }

    /** When credit is lost for good. */
    public enum ForfeitOn {
        /** Never by itself. */
        NEVER,
        /** With the credential: nothing is posted, the charge was the end of it ({@code CRD-17}). */
        DELETE,
        /** When the credential is marked lost before its revocation was confirmed ({@code REV-09}). */
        LOST_WHILE_PENDING
    }

    /** Refuses values out of bounds. */
    public CreditRules {
        within(cost, 0, 1000, "cost");
        within(trialGrant, 0, 1_000_000, "trialGrant");
        present(order, "order");
        present(chargeAt, "chargeAt");
        present(returnOn, "returnOn");
        present(forfeitOn, "forfeitOn");
    }
}
