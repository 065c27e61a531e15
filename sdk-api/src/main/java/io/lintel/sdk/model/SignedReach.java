package io.lintel.sdk.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far all statements that were ever signed for a credential reach together, also those that were dropped.
 *
 * @param customer whose credential
 * @param serial the credential
 * @param leaseEnd the latest lease end; empty where one never ends
 * @param validUntil the latest end of the validity; empty where one never ends
 * @param groups every group that one of them names, {@link #EVERY_GROUP} for all that there are
 */
public record SignedReach(
        CustomerId customer,
        long serial,
        Optional<Instant> leaseEnd,
        Optional<Instant> validUntil,
        Set<Integer> groups) {

    /** Among the groups where nobody wrote down what was signed. */
    public static final int EVERY_GROUP = 0;

    /** Copies the groups. */
    public SignedReach {
        groups = Set.copyOf(groups);
    }

    /** That of a credential without any statement. */
    public static SignedReach nowhere(CustomerId customer, long serial) {
        return new SignedReach(customer, serial, Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH), Set.of());
    }

    /** Those of some groups that a statement may name. */
    public Set<Integer> among(Set<Integer> some) {
        return among(some, groups);
    }

    /** The same, of groups that are at hand alone. */
    public static Set<Integer> among(Set<Integer> some, Set<Integer> signed) {
        Set<Integer> shared = new TreeSet<>(some);
        if (!signed.contains(EVERY_GROUP)) {
            shared.retainAll(signed);
        }
        return shared;
    }

    /** The reach of both. */
    public SignedReach with(SignedReach other) {
        Set<Integer> both = new TreeSet<>(groups);
        both.addAll(other.groups);
        return new SignedReach(
                customer, serial, later(leaseEnd, other.leaseEnd), later(validUntil, other.validUntil), both);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return one.get().isBefore(other.get()) ? other : one;
    }
}
