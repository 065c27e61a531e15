package io.lintel.protocol.statement;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of credential serials, at most 65,536. A look-up takes a binary search and makes no object, because
 * every tap does one.
 */
public final class SerialSet {
    /** The most serials that one set holds. */
    public static final int MAX_SIZE = 65_536;

    /** The set of no serials. */
    public static final SerialSet EMPTY = new SerialSet(new int[0]);

    /** Ascending as unsigned numbers. */
    private final int[] serials;

    private SerialSet(int[] serials) {
        this.serials = serials;
    }

    /**
     * Returns the set of these serials; one that comes twice counts once.
     *
     * @throws IllegalArgumentException for a serial outside 1 to 2^32 - 1, or more than {@link #MAX_SIZE}
     */
    public static SerialSet of(long... serials) {
        long[] ascending = LongStream.of(serials).sorted().distinct().toArray();
        Require.that(ascending.length <= MAX_SIZE, "a list holds at most " + MAX_SIZE + " serials");
        int[] narrow = new int[ascending.length];
        for (int i = 0; i < narrow.length; i++) {
            Require.uint32(ascending[i], "serial");
            narrow[i] = (int) ascending[i];
        }
        return narrow.length == 0 ? EMPTY : new SerialSet(narrow);
    }

    /** The same as {@link #of(long...)}. */
    public static SerialSet of(Collection<Long> serials) {
        return of(serials.stream().mapToLong(Long::longValue).toArray());
    }

    /** Returns whether the serial is in the set; false for numbers that are no serial. */
    public boolean contains(long serial) {
        int low = 0;
        int high = serials.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = Integer.toUnsignedLong(serials[middle]);
            if (there == serial) {
                return true;
            }
            if (there < serial) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return false;
    }

    /** Returns how many serials there are. */
    public int size() {
        return serials.length;
    }

    /** Returns the lowest serial of a set that is not empty. */
    long lowest() {
        return Integer.toUnsignedLong(serials[0]);
    }

    /** Returns the serials, ascending. */
    public LongStream stream() {
        return Arrays.stream(serials).mapToLong(Integer::toUnsignedLong);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SerialSet set && Arrays.equals(serials, set.serials);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(serials);
    }

    @Override
    public String toString() {
        return "SerialSet[" + serials.length + "]";
    }
}
