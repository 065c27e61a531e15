package io.lintel.sdk.ledger;

/**
 * An amount in the two buckets that a book shows, as in "17 + 3 (trial credit)" ({@code CRD-19}).
 *
 * @param paid paid credits; a distributor's available credit
 * @param trial trial credits; always zero for a distributor
 */
public record Buckets(long paid, long trial) {

    /** Nothing in either bucket. */
    public static final Buckets ZERO = new Buckets(0, 0);

    /** Both amounts added. */
    public Buckets plus(Buckets other) {
        return new Buckets(Math.addExact(paid, other.paid), Math.addExact(trial, other.trial));
    }

    /** Paid and trial together. */
    public long total() {
        return Math.addExact(paid, trial);
    }
}
