package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A reader that was ever certified.
 *
 * @param number the reader's number
 * @param name its name
 * @param removed whether it was removed from the site
 * @param dhKey its static key
 * @param certificate its newest certificate, the exact signed octets
 * @param groups each group that it was ever certified for, with the newest list epoch of that time
 */
public record CertifiedReader(
        int number, String name, boolean removed, Bytes dhKey, Bytes certificate, Map<Integer, Long> groups) {

    /** Copies the groups. */
    public CertifiedReader {
        groups = Map.copyOf(groups);
    }

    /** The SHA-256 of its static key, 32 octets: what a revocation list names it by. */
    public Bytes keyFingerprint() {
        return Sha256.digest(dhKey);
    }

    /**
     * The group whose own list does for this reader, whichever of its certificates it runs on; empty where it was ever
     * certified for another one, so that only a list for all groups does.
     */
    public OptionalInt onlyGroup() {
        return onlyGroup(groups.keySet());
    }

    /** The same, of all groups that a reader was ever certified for. */
    public static OptionalInt onlyGroup(Set<Integer> ever) {
        return ever.size() == 1 ? OptionalInt.of(ever.iterator().next()) : OptionalInt.empty();
    }

    /** The list epoch at which its keys were certified, whatever it got later; 0 where it has none. */
    public long firstCertified() {
        return groups.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** The list epoch at which it was first certified for one of these groups; empty where it never was. */
    public OptionalLong since(Collection<Integer> anyOf) {
        return anyOf.stream().filter(groups::containsKey).mapToLong(groups::get).min();
    }
}
