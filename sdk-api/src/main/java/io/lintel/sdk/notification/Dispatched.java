package io.lintel.sdk.notification;

/**
 * What one round of sending did.
 *
 * @param delivered how many were taken
 * @param failed how many attempts failed; they are tried again or given up
 */
public record Dispatched(int delivered, int failed) {

    /** Nothing was due. */
    public static final Dispatched NOTHING = new Dispatched(0, 0);

    /** Both rounds together. */
    public Dispatched plus(Dispatched other) {
        return new Dispatched(delivered + other.delivered, failed + other.failed);
    }

    /** Whether nothing was due. */
    public boolean isIdle() {
        return delivered == 0 && failed == 0;
    }
}
