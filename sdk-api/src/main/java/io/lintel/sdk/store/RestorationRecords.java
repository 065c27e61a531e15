package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.Restoration;
import java.util.List;
import java.util.Optional;

/** That the database was put back to earlier states, and which readers showed it. */
public interface RestorationRecords {

    /** Adds one. */
    void add(Restoration restoration);

    /** Keeps that every reader is known again after one. */
    void update(Restoration restoration);

    /** All of a site, oldest first. */
    List<Restoration> list(CustomerId customer);

    /** Keeps that a reader is ahead, in place of what it said before. */
    void put(ReaderAhead ahead);

    /** What a reader said that was ahead, whether or not it still is. */
    Optional<ReaderAhead> ahead(CustomerId customer, int reader);

    /** The readers that said a higher epoch than this, by reader. */
    List<ReaderAhead> ahead(CustomerId customer, long epoch);
}
