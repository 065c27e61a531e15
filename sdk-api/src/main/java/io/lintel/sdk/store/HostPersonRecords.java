package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.HostLink;
import io.lintel.sdk.model.KnownPerson;
import java.util.Collection;
import java.util.List;

/** People as a host system's list knows them. Those who were removed are not among them. */
public interface HostPersonRecords {

    /** The people whom the list knows by one of these sync ids. */
    List<KnownPerson> bySyncId(CustomerId customer, Collection<String> syncIds);

    /** The people, named by a list or not, who have one of these e-mail addresses, whatever its case. */
    List<KnownPerson> byEmail(CustomerId customer, Collection<String> addresses);

    /** Notes what the list says of a person who is not linked. */
    void add(CustomerId customer, long person, HostLink link);

    /** Notes what the list says of a person who is linked. */
    void update(CustomerId customer, long person, HostLink link);

    /** Forgets what the list said of a person. */
    void remove(CustomerId customer, long person);

    /** The people whom a list has named by number, from the one after {@code after} on. */
    List<KnownPerson> list(CustomerId customer, long after, int limit);
}
