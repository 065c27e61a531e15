package io.lintel.benchmarks.tap;

/**
 * Octets that something allocates, and its floor.
 *
 * @param ours what ours allocates
 * @param floor what the same primitives allocate, called directly
 */
record Octets(long ours, long floor) {

    /** Returns what ours allocates above its floor; less than none where the floor allocates more. */
    long above() {
        return ours - floor;
    }
}
