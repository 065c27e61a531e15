package io.lintel.protocol.serials;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of credential serials, 1 to 2^32 - 1, kept as runs of consecutive ones: 8 octets for each run.
 */
public final class SerialSet {
    /** The highest serial. */
    public static final long MAX_SERIAL = 0xffff_ffffL;

    /** The set of no serials. */
    public static final SerialSet EMPTY = new RunJoiner().joined();

    /** As unsigned numbers, ascending; between a run and the next one at least one serial is missing. */
    private final int[] firsts;

    private final int[] lasts;
    private final long size;

    /** For {@link RunJoiner} alone, which has ordered and joined the runs. */
    SerialSet(int[] firsts, int[] lasts, long size) {
        this.firsts = firsts;
        this.lasts = lasts;
        this.size = size;
    }

    /**
     * Returns the set of these serials; one that comes twice counts once.
     *
     * @throws IllegalArgumentException for a serial outside 1 to 2^32 - 1
     */
    public static SerialSet of(long... serials) {
        RunJoiner runs = new RunJoiner();
        LongStream.of(serials).sorted().forEach(serial -> runs.add(serial, serial));
        return runs.joined();
    }

    /** The same as {@link #of(long...)}. */
    public static SerialSet of(Collection<Long> serials) {
        return of(serials.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Returns the set of the serials from a first to a last one, both counted; of none where the last is the lower.
     *
     * @throws IllegalArgumentException for a serial outside 1 to 2^32 - 1
     */
    public static SerialSet between(long first, long last) {
        RunJoiner run = new RunJoiner();
        run.add(first, last);
        return run.joined();
    }

    /** Returns the set of the serials that a cursor has still before it. */
    public static SerialSet of(RunCursor cursor) {
        RunJoiner runs = new RunJoiner();
        while (cursor.advance()) {
            runs.add(cursor.first(), cursor.last());
        }
        return runs.joined();
    }

    /** Returns how many serials there are. */
    public long size() {
        return size;
    }

    /** Returns whether the serial is in the set; false for numbers that are no serial. */
    public boolean contains(long serial) {
        int low = 0;
        int high = firsts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.toUnsignedLong(lasts[middle]) < serial) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < firsts.length && Integer.toUnsignedLong(firsts[low]) <= serial;
    }

    /** Returns a cursor before the first run; runs that touch are one. */
    public RunCursor runs() {
        return new RunCursor() {
            private int at = -1;

            @Override
            public boolean advance() {
                at = Math.min(at + 1, firsts.length);
                return at < firsts.length;
            }

            @Override
            public long first() {
                return Integer.toUnsignedLong(firsts[at]);
            }

            @Override
            public long last() {
                return Integer.toUnsignedLong(lasts[at]);
            }
        };
    }

    /** Returns the serials that are in this set or in the other. */
    public SerialSet union(SerialSet other) {
        RunJoiner joined = new RunJoiner();
        RunCursor left = runs();
        RunCursor right = other.runs();
        boolean onLeft = left.advance();
        boolean onRight = right.advance();
        while (onLeft || onRight) {
            if (onLeft && (!onRight || left.first() <= right.first())) {
                joined.add(left.first(), left.last());
                onLeft = left.advance();
            } else {
                joined.add(right.first(), right.last());
                onRight = right.advance();
            }
        }
        return joined.joined();
    }

    /** Returns the serials that are in this set and not in the other. */
    public SerialSet minus(SerialSet other) {
        RunJoiner left = new RunJoiner();
        RunCursor kept = runs();
        RunCursor gone = other.runs();
        boolean more = gone.advance();
        while (kept.advance()) {
            long from = kept.first();
            while (more && gone.last() < from) {
                more = gone.advance();
            }
            while (more && gone.first() <= kept.last()) {
                left.add(from, gone.first() - 1);
                from = gone.last() + 1;
                if (gone.last() > kept.last()) {
                    break;
                }
                more = gone.advance();
            }
            left.add(from, kept.last());
        }
        return left.joined();
    }

    /** Returns the serials from a number on. */
    public SerialSet from(long least) {
        RunJoiner left = new RunJoiner();
        RunCursor runs = runs();
        while (runs.advance()) {
            left.add(Math.max(runs.first(), least), runs.last());
        }
        return left.joined();
    }

    /** Returns the serials, ascending. */
    public LongStream stream() {
        return IntStream.range(0, firsts.length)
                .mapToObj(run ->
                        LongStream.rangeClosed(Integer.toUnsignedLong(firsts[run]), Integer.toUnsignedLong(lasts[run])))
                .flatMapToLong(run -> run);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SerialSet set && Arrays.equals(firsts, set.firsts) && Arrays.equals(lasts, set.lasts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(firsts) + Arrays.hashCode(lasts);
    }

    /** Counts the serials and names none. */
    @Override
    public String toString() {
        return "SerialSet[" + size + "]";
    }
}
