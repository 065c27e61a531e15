package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.time.Instant;

/** Distributors and customers. */
public interface OrganisationRecords {

    /** Adds a distributor. */
    void addDistributor(DistributorId id, String name, Instant created);

    /** Whether there is such a distributor. */
    boolean hasDistributor(DistributorId id);

    /** Adds a customer: from now on its partition exists. */
    void addCustomer(CustomerId id, DistributorId distributor, String name, Instant created);
}
