package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * That a site's database was put back to an earlier state, as from a backup ({@code spec/revocation.md}, "Restored managers").
 *
 * @param customer whose site
 * @param knownEpoch the newest list that the state knows
 * @param lostEpoch the last epoch that was left out: lists between the two may be with readers, and nobody knows what they say
 * @param firstSerial the first serial that may have been given to a credential which is forgotten
 * @param lastSerial the last of these; all of them are revoked
 * @param asOf the state has everything that was done before
 * @param at when the manager was told
 * @param reviewed since when every reader at the site's doors is known again; empty as long as some may be forgotten
 */
public record Restoration(
        CustomerId customer,
        long knownEpoch,
        long lostEpoch,
        long firstSerial,
        long lastSerial,
        Instant asOf,
        Instant at,
        Optional<Instant> reviewed) {

    /** Whether a credential of this serial would be forgotten. */
    public boolean lost(long serial) {
        return serial >= firstSerial && serial <= lastSerial;
    }

    /** The same, with every reader known. The first time stays. */
    public Restoration reviewed(Instant when) {
        return new Restoration(
                customer, knownEpoch, lostEpoch, firstSerial, lastSerial, asOf, at, Optional.of(reviewed.orElse(when)));
    }
}
