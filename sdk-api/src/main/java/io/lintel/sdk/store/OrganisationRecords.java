package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.CustomerSettings;
import java.time.Instant;

/** Distributors and customers. */
public interface OrganisationRecords {

    /** Adds a distributor. */
    void addDistributor(DistributorId id, String name, Instant created);

    /** Whether there is such a distributor. */
    boolean hasDistributor(DistributorId id);

    /** Adds a customer: from now on its partition exists, with the settings that a customer starts with. */
    void addCustomer(CustomerId id, DistributorId distributor, String name, Instant created);

    /** Whether a customer was deleted and not restored since. */
    boolean isDeleted(CustomerId customer);

    /** The settings of a customer that exists. */
    CustomerSettings settings(CustomerId customer);

    /** Replaces the settings of a customer that exists. */
    void update(CustomerId customer, CustomerSettings settings);
}
