package io.lintel.protocol.serials;

/**
 * Walks serials in ascending order, as runs of consecutive ones: {@code while (runs.advance()) { runs.first(); runs.last(); }}.
 * It makes no object for a run. Runs may touch, they never overlap. Not thread-safe.
 */
public interface RunCursor {

    /** Goes to the next run; returns false when there is none, and from then on. */
    boolean advance();

    /** Returns the lowest serial of the run, 1 to 2^32 - 1. */
    long first();

    /** Returns the highest serial of the run, at least {@link #first()}. */
    long last();
}
