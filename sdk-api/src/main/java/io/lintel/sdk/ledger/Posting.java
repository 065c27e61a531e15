package io.lintel.sdk.ledger;

/**
 * One movement of credit between two accounts: what leaves one enters the other.
 *
 * @param from the account that gives
 * @param to the account that receives
 * @param credits how many, at least 1
 */
public record Posting(Account from, Account to, long credits) {

    /** Refuses an empty movement and one that goes nowhere. */
    public Posting {
        if (credits < 1 || from.equals(to)) {
            throw new IllegalArgumentException("a posting moves at least one credit between two accounts");
        }
    }
}
