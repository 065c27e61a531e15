package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderSet;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.reader.ColouredGroups;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Readers as they are registered, and as they were published to phones. */
public interface RegistrationRecords {

    /** Adds a reader. */
    void add(RegisteredReader reader);

    /** Replaces details, publication and time of change of a reader that exists. */
    void update(RegisteredReader reader);

    /** Removes a reader that exists. Phones know it until the next publication. */
    void remove(CustomerId customer, int number);

    /** One reader. */
    Optional<RegisteredReader> find(CustomerId customer, int number);

    /** The reader with this id. */
    Optional<RegisteredReader> findByReaderId(CustomerId customer, String readerId);

    /** The reader with this MAC address. */
    Optional<RegisteredReader> findByMac(CustomerId customer, MacAddress mac);

    /** Readers by number, from the one after {@code after} on. */
    List<RegisteredReader> list(CustomerId customer, int after, int limit);

    /** How many readers there are of each colour in each set of groups. */
    List<ColouredGroups> colours(CustomerId customer);

    /** Readers by number that the next publication brings to phones, from the one after {@code after} on. */
    List<RegisteredReader> pending(CustomerId customer, int after, int limit);

    /** Where the publication stands. */
    ReaderSet state(CustomerId customer);

    /** Counts what phones know as another revision. Nothing happens where nothing was ever published. */
    void recount(CustomerId customer, long revision);

    /** Makes what is registered what phones know, as a revision one above the last. */
    void publish(CustomerId customer, long revision, Instant at);

    /** One published reader. */
    Optional<PublishedReader> findPublished(CustomerId customer, int number);

    /** Published readers by number, from the one after {@code after} on. */
    List<PublishedReader> published(CustomerId customer, int after, int limit);
}
