package io.lintel.sdk.sync;

/**
 * What an import does, in numbers.
 *
 * @param added entries that were not there before
 * @param changed entries that were there with other values
 * @param unchanged entries that were there as they are
 * @param absent things that are there and not among the entries, and stay
 * @param removed things that are there and not among the entries, and go because the request said so
 */
public record ImportCounts(long added, long changed, long unchanged, long absent, long removed) {

    /** Whether the import leaves everything as it is. */
    public boolean changesNothing() {
        return added == 0 && changed == 0 && removed == 0;
    }
}
