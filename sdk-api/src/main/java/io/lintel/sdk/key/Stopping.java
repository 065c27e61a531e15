package io.lintel.sdk.key;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who would stop working by a step of a rotation: whoever is not known to hold what the step makes everybody need. What is not
 * known counts as missing.
 *
 * @param readers numbers of readers that have not confirmed a configuration with the keys by a receipt; ascending
 * @param phones serials of the credentials whose phones have not said in a check-in that they hold the keys; ascending
 */
public record Stopping(SortedSet<Integer> readers, SortedSet<Long> phones) {

    /** Nobody. */
    public static final Stopping NOBODY = new Stopping(new TreeSet<>(), new TreeSet<>());

    /** Copies both. */
    public Stopping {
        readers = Collections.unmodifiableSortedSet(new TreeSet<>(readers));
        phones = Collections.unmodifiableSortedSet(new TreeSet<>(phones));
    }

    /** These readers and phones. */
    public static Stopping of(Set<Integer> readers, Set<Long> phones) {
        return new Stopping(new TreeSet<>(readers), new TreeSet<>(phones));
    }

    /** Returns whether nobody would stop. */
    public boolean isNobody() {
        return readers.isEmpty() && phones.isEmpty();
    }

    /** Returns whether all of these are among others. */
    public boolean isWithin(Stopping others) {
        return others.readers.containsAll(readers) && others.phones.containsAll(phones);
    }

    /** Counts them. */
    @Override
    public String toString() {
        return "Stopping[" + readers.size() + " readers, " + phones.size() + " phones]";
    }
}
