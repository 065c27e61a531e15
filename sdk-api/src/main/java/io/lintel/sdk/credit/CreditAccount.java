package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.Buckets;

/**
 * A customer's credit at a moment ({@code CRD-19}).
 *
 * @param balance what is available
 * @param reserved taken for credentials that wait for their activation
 * @param spent what credentials cost so far, and what of it came back not counted
 * @param forfeited what was lost
 * @param mobileKeys how many credentials were ever issued
 */
public record CreditAccount(Buckets balance, long reserved, long spent, long forfeited, long mobileKeys) {

    /** The balance in the words of the seed's screen: {@code 17 + 3 (trial credit)}. */
    public String text() {
        return balance.paid() + " + " + balance.trial() + " (trial credit)";
    }
}
