package io.lintel.sdk.ledger;

import java.time.Instant;
import java.util.Locale;

/**
 * One immutable row of a book, with the running balances after it (requirements 5.2).
 *
 * @param book whose list
 * @param owner the distributor's or customer's id
 * @param number 1, 2, 3, ... within the book
 * @param at when it was posted
 * @param transfer the transfer that it shows
 * @param type the column TYPE
 * @param amount signed credits, as shown; also where the row changes no balance
 * @param description the column DESCRIPTION; empty for a purchase
 * @param status the column STATUS
 * @param cause why credit moved
 * @param change what the row changes
 * @param after the balances after the row
 */
public record BookRow(
        Book book,
        String owner,
        long number,
        Instant at,
        TransferId transfer,
        RowType type,
        long amount,
        String description,
        RowStatus status,
        Cause cause,
        Buckets change,
        Buckets after) {

    /** Whether the row counts in the balance; the distributor's twin of a free grant does not ({@code C-06}). */
    public boolean affectsBalance() {
        return !change.equals(Buckets.ZERO);
    }

    /** Which balance the row changes. */
    public Bucket bucket() {
        if (change.paid() != 0 && change.trial() != 0) {
            return Bucket.BOTH;
        }
        if (change.trial() != 0) {
            return Bucket.TRIAL;
        }
        return change.paid() != 0 ? Bucket.PAID : Bucket.NONE;
    }

    /** The column AMOUNT: signed, with one decimal ({@code CRD-21}). */
    public String amountText() {
        return String.format(Locale.ROOT, "%d.0", amount);
    }
}
