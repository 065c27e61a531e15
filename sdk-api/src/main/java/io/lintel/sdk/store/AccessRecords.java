package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.access.EventProgress;
import io.lintel.sdk.model.CustomerId;
import java.util.List;
import java.util.Optional;

/** What happened at doors. */
public interface AccessRecords {

    /** Adds a record, whose number is the next of its customer. */
    void add(AccessRecord access);

    /** A person's records by number, from the one after {@code after} on. */
    List<AccessRecord> ofPerson(CustomerId customer, long person, long after, int limit);

    /** A credential's records by number, from the one after {@code after} on. */
    List<AccessRecord> ofCredential(CustomerId customer, long serial, long after, int limit);

    /** A customer's records by number, from the one after {@code after} on. */
    List<AccessRecord> list(CustomerId customer, long after, int limit);

    /** Forgets all records of a credential ({@code REV-10}). */
    void purgeCredential(CustomerId customer, long serial);

    /** Forgets all records of a person. */
    void purgePerson(CustomerId customer, long person);

    /** How far a series of a reader has come; empty before its first event. */
    Optional<EventProgress> progress(CustomerId customer, Bytes readerKey, Bytes series);

    /** Keeps how far a series has come, in place of what was known. */
    void put(EventProgress progress);
}
