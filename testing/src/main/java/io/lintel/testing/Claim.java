package io.lintel.testing;

import java.util.Comparator;

/**
 * A test's claim to check a requirement.
 *
 * @param id of the requirement
 * @param test class name, and behind {@code #} the method's where a method was found
 */
record Claim(String id, String test) implements Comparable<Claim> {

    private static final Comparator<Claim> ORDER =
            Comparator.comparing(Claim::id).thenComparing(Claim::test);

    @Override
    public int compareTo(Claim other) {
        return ORDER.compare(this, other);
    }
}
