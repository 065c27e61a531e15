package io.lintel.protocol.statement;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups in ascending order, unmodifiable, in one array: a reader holds those of a million credentials, and compares them with its own at
 * each tap.
 */
final class Groups extends AbstractSet<Integer> {
    private final int[] numbers;

    Groups(Set<Integer> groups) {
        this.numbers = groups.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** Returns whether one of them is among others. */
    boolean meet(Set<Integer> others) {
        for (int number : numbers) {
            if (others.contains(number)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean contains(@Nullable Object group) {
        return group instanceof Integer number && Arrays.binarySearch(numbers, number) >= 0;
    }

    @Override
    public Iterator<Integer> iterator() {
        return IntStream.of(numbers).iterator();
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
