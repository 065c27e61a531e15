package io.lintel.sdk.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Hides what only a few phones have, so that a rare model does not name its owner ({@code STA-21}). Pure. */
public final class SmallGroups {

    private SmallGroups() {}

    /**
     * A table that can be shared.
     *
     * @param shown values that enough phones have, by name
     * @param others how many phones have another one: 0, or enough
     */
    public record Table(SortedMap<String, Long> shown, long others) {
        /** Copies the values. */
        public Table {
            shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        }
    }

    /**
     * Hides small groups. Where all hidden ones together are few, the smallest that would show joins them: from the total one
     * could otherwise tell the hidden ones. Where everything together is few, nothing is left.
     *
     * @param smallest how many phones are enough, from 1; the profile says ({@code statistics.smallestGroup})
     */
    public static Table hide(Map<String, Long> counts, int smallest) {
        List<Map.Entry<String, Long>> groups = new ArrayList<>(counts.entrySet());
        groups.sort(Map.Entry.<String, Long>comparingByValue().thenComparing(Comparator.comparing(Map.Entry::getKey)));
        SortedMap<String, Long> shown = new TreeMap<>();
        long others = 0;
        for (Map.Entry<String, Long> group : groups) {
            boolean hidesTooFew = others > 0 && others < smallest;
            if (group.getValue() < smallest || hidesTooFew) {
                others += group.getValue();
            } else {
                shown.put(group.getKey(), group.getValue());
            }
        }
        return new Table(shown, others < smallest ? 0 : others);
    }
}
