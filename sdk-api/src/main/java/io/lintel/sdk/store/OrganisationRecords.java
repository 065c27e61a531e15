package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.Distributor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Distributors, the partitions of customers and their settings. */
public interface OrganisationRecords {

    /** Adds a distributor. */
    void add(Distributor distributor);

    /** Whether there is such a distributor. */
    boolean hasDistributor(DistributorId id);

    /** One distributor. */
    Optional<Distributor> distributor(DistributorId id);

    /** Whether a distributor has this code, in whatever case. */
    boolean codeTaken(String code);

    /** Distributors by id, from the one after {@code after} on. */
    List<Distributor> distributors(DistributorId after, int limit);

    /** Adds a customer: from now on its partition exists, with the settings that a customer starts with. */
    void addCustomer(CustomerId id, DistributorId distributor, String name, Instant created);

    /** The settings of a customer that exists. */
    CustomerSettings settings(CustomerId customer);

    /** Replaces the settings of a customer that exists. */
    void update(CustomerId customer, CustomerSettings settings);
}
