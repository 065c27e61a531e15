package io.lintel.protocol.reader;

import io.lintel.protocol.reader.Resumption.Step;
import org.jspecify.annotations.Nullable;

/**
 * Which step each good hint is of (spec/protocol.md 5.2): a hash table with open addressing, so that no hint costs an object. A
 * hint's last bits are its place: it is the beginning of an HMAC under a key that one phone has, so nobody chooses where those of
 * others fall. At most every second place is taken. Not thread-safe.
 */
final class HintTable {
    private static final int LEAST_PLACES = 16;

    private long[] hints = new long[LEAST_PLACES];

    /** The steps that hints of the same places are of; null where no hint is. */
    private @Nullable Step[] steps = new Step[LEAST_PLACES];

    private int size;

    /** Returns the step that a hint is of, or null. */
    @Nullable
    Step get(long hint) {
        return steps[place(hint)];
    }

    /** Adds a hint, unless it is there already. */
    void putIfAbsent(long hint, Step step) {
        int place = place(hint);
        if (steps[place] != null) {
            return;
        }
        hints[place] = hint;
        steps[place] = step;
        size++;
        if (2 * size > steps.length) {
            grow();
        }
    }

    /** Removes a hint, and moves those back that had to go further because of it. */
    void remove(long hint) {
        int gap = place(hint);
        if (steps[gap] == null) {
            return;
        }
        size--;
        for (int at = next(gap); steps[at] != null; at = next(at)) {
            if (distance(home(hints[at]), at) >= distance(gap, at)) {
                hints[gap] = hints[at];
                steps[gap] = steps[at];
                gap = at;
            }
        }
        hints[gap] = 0;
        steps[gap] = null;
    }

    int size() {
        return size;
    }

    /** Returns where a hint is, or the free place where it would be. */
    private int place(long hint) {
        int place = home(hint);
        while (steps[place] != null && hints[place] != hint) {
            place = next(place);
        }
        return place;
    }

    private int home(long hint) {
        return (int) hint & (steps.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (steps.length - 1);
    }

    /** Returns how many places lie between, going up and round. */
    private int distance(int from, int to) {
        return (to - from) & (steps.length - 1);
    }

    private void grow() {
        long[] oldHints = hints;
        @Nullable Step[] oldSteps = steps;
        hints = new long[2 * oldHints.length];
        steps = new Step[2 * oldSteps.length];
        size = 0;
        for (int i = 0; i < oldSteps.length; i++) {
            Step step = oldSteps[i];
            if (step != null) {
                putIfAbsent(oldHints[i], step);
            }
        }
    }
}
