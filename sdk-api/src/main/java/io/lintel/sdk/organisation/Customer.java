package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer: the owner of one site, of one credit account and of its people ({@code ACC-12}).
 *
 * @param id names it
 * @param distributor who serves it
 * @param name as books and phones show it
 * @param contact how to reach it
 * @param system what pairs its phones and readers
 * @param created when it was created
 * @param deleted when it was deleted, if it is ({@code ACC-23})
 */
public record Customer(
        CustomerId id,
        DistributorId distributor,
        String name,
        Contact contact,
        SystemSettings system,
        Instant created,
        Optional<Instant> deleted) {

    /** What the list shows as status ({@code ACC-23}). */
    public enum Status {
        /** In service. */
        ACTIVE,
        /** Out of service; its record stays, and where the profile says so it can be restored ({@code ACC-27}). */
        DELETED
    }

    /** The status. */
    public Status status() {
        return deleted.isPresent() ? Status.DELETED : Status.ACTIVE;
    }
}
