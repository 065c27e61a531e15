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
 * @param groups every group that one of them names
 */
public record SignedReach(
        CustomerId customer,
        long serial,
        Optional<Instant> leaseEnd,
        Optional<Instant> validUntil,
        Set<Integer> groups) {

    /** Copies the groups. */
    public SignedReach {
        groups = Set.copyOf(groups);
    }

    /** That of a credential without any statement. */
    public static SignedReach nowhere(CustomerId customer, long serial) {
        return new SignedReach(customer, serial, Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH), Set.of());
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
