package io.lintel.benchmarks.floor;

import org.jspecify.annotations.Nullable;

/**
 * Where a step leaves an object that has no octets to return some of. The next step reads it, so no compiler can leave out the
 * making, and it costs a store and a comparison: an identity hash would have to be computed for each new object. Not
 * thread-safe.
 */
final class Kept {
    private @Nullable Object last;

    /** Keeps what was made, and returns whether it is another one than before, as a number. */
    int keep(Object made) {
        int changed = made == last ? 0 : 1;
        last = made;
        return changed;
    }
}
