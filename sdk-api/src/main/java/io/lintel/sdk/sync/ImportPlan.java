package io.lintel.sdk.sync;

import java.util.List;

/**
 * What an import would do: the result of a dry run.
 *
 * @param counts how much
 * @param differences the first {@value #MAX_DIFFERENCES} differences, in the order of the file
 */
public record ImportPlan(ImportCounts counts, List<Difference> differences) {

    /** The most differences that are told one by one. */
    public static final int MAX_DIFFERENCES = 1000;

    /** Copies the differences. */
    public ImportPlan {
        differences = List.copyOf(differences);
    }
}
