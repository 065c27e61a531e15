package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.Dimension;
import io.lintel.sdk.statistics.ReportId;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sums per customer and day, and whether they are shared. Nothing finer than a day is kept. */
public interface StatisticsRecords {

    /** What a customer shares; empty for a customer without a site. */
    Optional<Sharing> sharing(CustomerId customer);

    /**
     * Replaces what a customer shares.
     *
     * @param sentUntil the slot in which the last report counts as sent
     */
    void put(CustomerId customer, Sharing sharing, Slot sentUntil);

    /** Notes a report; false where it was noted before. */
    boolean receive(CustomerId customer, ReportId report, LocalDate day);

    /** Forgets which reports came before a day. */
    void forgetReceipts(LocalDate before);

    /** Adds to a sum. */
    void count(CustomerId customer, LocalDate day, Counter counter, long more);

    /** Adds one phone to a table. */
    void countPhone(CustomerId customer, LocalDate day, Dimension dimension, String value);

    /** Forgets the sums and tables of a day. */
    void forget(CustomerId customer, LocalDate day);

    /** The sums of a day that are not 0. */
    Map<Counter, Long> counts(CustomerId customer, LocalDate day);

    /** One table of a day, small groups included. */
    Map<String, Long> phones(CustomerId customer, LocalDate day, Dimension dimension);

    /** The customers that share statistics and whose last report was sent before a slot. */
    List<CustomerId> unsent(Slot slot, int limit);

    /** The slot in which a customer's last report was sent. */
    Slot sentUntil(CustomerId customer);

    /** Notes that a customer's reports were sent. */
    void sent(CustomerId customer, Slot slot);
}
