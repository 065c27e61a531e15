package io.lintel.protocol.reader;

/**
 * Which step each good hint is of (spec/protocol.md 5.2): a hash table with open addressing in one array of numbers, so that a hint
 * costs no object, and to add or remove one costs one look at memory that has left the processor's caches. Not thread-safe.
 *
 * <p>A place holds the last 32 bits of a hint, which also say where it belongs, and the number of a step; whether that step has
 * the whole hint, its owner is asked. A hint is the beginning of an HMAC under a key that one phone has, so nobody chooses where
 * those of others fall. At most every second place is taken.
 */
final class HintTable {
    /** No step. */
    static final int NONE = -1;

    private static final int LEAST_PLACES = 16;
    private static final long FREE = 0;

    private final Steps owner;

    /** Of each hint its tag, the last 32 bits, then its step's number and one. */
    private long[] places = new long[LEAST_PLACES];

    private int size;

    /** Whoever has the steps. */
    @FunctionalInterface
    interface Steps {
        /** Whether a hint is a good one of the step of this number. */
        boolean isHintOf(long hint, int step);
    }

    HintTable(Steps owner) {
        this.owner = owner;
    }

    /** Returns the number of the step that a hint is of, or {@link #NONE}. */
    int get(long hint) {
        int place = home(hint);
        for (; places[place] != FREE; place = next(place)) {
            int step = step(places[place]);
            if (tag(places[place]) == (int) hint && owner.isHintOf(hint, step)) {
                return step;
            }
        }
        return NONE;
    }

    /** Reads the place where a hint is or would be added, and returns something of it; see {@link ResumptionTable}. */
    long fetch(long hint) {
        return places[home(hint)];
    }

    /**
     * Adds a hint of a step, not negative, unless the hint is there already. Of two hints of one step that end alike in 32 bits the
     * later one may miss.
     */
    void putIfAbsent(long hint, int step) {
        if (get(hint) != NONE) {
            return;
        }
        put(entry(hint, step));
        size++;
        if (2 * size > places.length) {
            grow();
        }
    }

    /** Removes a hint of a step, if it is there, and moves those back that had to go further because of it. */
    void remove(long hint, int step) {
        int gap = home(hint);
        while (places[gap] != entry(hint, step)) {
            if (places[gap] == FREE) {
                return;
            }
            gap = next(gap);
        }
        size--;
        for (int at = next(gap); places[at] != FREE; at = next(at)) {
            if (distance(home(tag(places[at])), at) >= distance(gap, at)) {
                places[gap] = places[at];
                gap = at;
            }
        }
        places[gap] = FREE;
    }

    int size() {
        return size;
    }

    private void put(long entry) {
        int place = home(tag(entry));
        while (places[place] != FREE) {
            place = next(place);
        }
        places[place] = entry;
    }

    private static long entry(long hint, int step) {
        return hint << Integer.SIZE | (step + 1);
    }

    private static int tag(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int step(long entry) {
        return (int) entry - 1;
    }

    private int home(long hint) {
        return (int) hint & (places.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (places.length - 1);
    }

    /** Returns how many places lie between, going up and round. */
    private int distance(int from, int to) {
        return (to - from) & (places.length - 1);
    }

    private void grow() {
        long[] old = places;
        places = new long[2 * old.length];
        for (long entry : old) {
            if (entry != FREE) {
                put(entry);
            }
        }
    }
}
