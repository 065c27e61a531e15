package io.lintel.sdk.store;

import io.lintel.sdk.link.LinkStatus;
import io.lintel.sdk.link.ToldReader;
import io.lintel.sdk.model.CustomerId;
import java.util.List;
import java.util.Optional;

/** Readers that keep a link to the manager. */
public interface LinkRecords {

    /** What a reader said last; empty before it linked. */
    Optional<LinkStatus> find(CustomerId customer, int reader);

    /** Keeps what a reader said, in place of what it said before. */
    void put(LinkStatus status);

    /** What readers said last, by number, from the one after {@code after} on. */
    List<LinkStatus> list(CustomerId customer, int after, int limit);

    /** What a reader was told last; empty before its first configuration. */
    Optional<ToldReader> told(CustomerId customer, int reader);

    /** Keeps what a reader is told, in place of what it was told before. */
    void put(ToldReader told);
}
