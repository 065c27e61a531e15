package io.lintel.sdk.ledger;

/** The one bound on what a transfer moves. */
final class Amounts {

    private Amounts() {}

    static void require(long credits) {
        if (credits < 1 || credits > Transfer.MAX_CREDITS) {
            throw new IllegalArgumentException(
                    "a transfer moves 1 to " + Transfer.MAX_CREDITS + " credits, not " + credits);
        }
    }
}
