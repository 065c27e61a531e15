package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ProjectCode;
import io.lintel.sdk.model.ProjectRedemption;
import java.util.Optional;

/** Codes of sites where people register themselves, and what phones got with them. */
public interface ProjectCodeRecords {

    /**
     * Adds a code.
     *
     * @param codeHash SHA-256 of the code; unique over all customers
     */
    void add(ProjectCode code, Bytes codeHash);

    /** Replaces the uses and the end of a code that exists. */
    void update(ProjectCode code);

    /** The newest code of a customer. */
    Optional<ProjectCode> newest(CustomerId customer);

    /** The code with this hash, void or not. */
    Optional<ProjectCode> findByCodeHash(Bytes codeHash);

    /** Adds what a phone got; its key must be new to the customer. */
    void addRedemption(ProjectRedemption redemption);

    /** What the phone with this key got. */
    Optional<ProjectRedemption> redemption(CustomerId customer, Bytes holderKey);
}
