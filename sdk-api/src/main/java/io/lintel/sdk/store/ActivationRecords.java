package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** Activations and the hashes of their codes. */
public interface ActivationRecords {

    /**
     * Adds an activation.
     *
     * @param codeHash SHA-256 of the code; unique over all customers
     */
    void add(Activation activation, Bytes codeHash);

    /** Replaces the status of an activation that exists. */
    void update(Activation activation);

    /**
     * Voids every code of a customer that is open.
     *
     * @return how many
     */
    int voidOpen(CustomerId customer, Instant at);

    /** One activation. */
    Optional<Activation> find(CustomerId customer, long number);

    /** The activation whose code has this hash, whatever its status. */
    Optional<Activation> findByCodeHash(Bytes codeHash);
}
