package io.lintel.sdk.reader;

import io.lintel.protocol.statement.Technology;
import java.util.Set;

/**
 * Registered readers that have groups and colour in common ({@code TEC-04}). A site that has more than one colour is mixed:
 * each of its people needs a credential for each colour of the doors that they pass.
 *
 * @param technology the readers' colour
 * @param groups the groups that each of them belongs to
 * @param count how many readers they are
 */
public record ColouredGroups(Technology technology, Set<Integer> groups, int count) {

    /** Copies the groups. */
    public ColouredGroups {
        groups = Set.copyOf(groups);
    }
}
