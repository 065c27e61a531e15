package io.lintel.sdk.revocation;

import java.util.List;

/**
 * What became of receipts.
 *
 * @param outcomes one for each receipt, in the request's order
 * @param enforced how many revocations are proven by these receipts
 */
public record ReceiptsReceived(List<Outcome> outcomes, int enforced) {

    /** Copies the list. */
    public ReceiptsReceived {
        outcomes = List.copyOf(outcomes);
    }

    /** What became of a receipt. */
    public enum Outcome {
        /** Kept: it is the reader's newest. */
        TAKEN,
        /** Kept, and less than the reader had proven before: it was set back, and what it had proven counts no more. */
        SET_BACK,
        /** The reader's newest already, or older than that, or nobody can tell; nothing changed. */
        NOT_NEWER,
        /** No reader of this site signed it, or its keys are no longer believed. */
        NOT_AUTHENTIC,
        /** It names a list that this site never published. */
        UNKNOWN_LIST
    }
}
