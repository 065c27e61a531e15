package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.organisation.SystemSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of customers, beside their sites. */
public interface CustomerRecords {

    /** Which of a distributor's customers. */
    enum Which {
        /** All, deleted ones included. */
        ALL,
        /** Those in service: the workspaces to choose from. */
        ACTIVE
    }

    /** One customer, deleted or not. */
    Optional<Customer> find(CustomerId customer);

    /** A distributor's customers by id, from the one after {@code after} on. */
    List<Customer> list(DistributorId distributor, Which which, CustomerId after, int limit);

    /** How many of a distributor's customers are in service. */
    long countActive(DistributorId distributor);

    /** Whether a customer was deleted and not restored since. */
    boolean isDeleted(CustomerId customer);

    /** Deletes a customer at an instant, or restores it where there is none. */
    void setDeleted(CustomerId customer, Optional<Instant> at);

    /** Gives a customer another name. */
    void rename(CustomerId customer, String name);

    /** Replaces a customer's contact. */
    void update(CustomerId customer, Contact contact);

    /**
     * Replaces what pairs a customer's phones and readers.
     *
     * @param keyEpoch the epoch of the system key in the vault, 0 where there is none
     */
    void update(CustomerId customer, SystemSettings system, int keyEpoch);

    /** The epoch of the system key in the vault, 0 where there is none. */
    int systemKeyEpoch(CustomerId customer);

    /** The customer whose full system has this id, whatever its case and also when it was deleted ({@code C-12}). */
    Optional<CustomerId> holderOfSystemId(String systemId);
}
