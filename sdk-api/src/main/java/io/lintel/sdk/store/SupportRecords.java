package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.support.CrashReport;
import io.lintel.sdk.support.SupportRequest;
import java.util.List;

/** Support requests and crash reports. */
public interface SupportRecords {

    /** Adds a support request. */
    void add(SupportRequest request);

    /** A customer's support requests by number, from the one after {@code after} on. */
    List<SupportRequest> requests(CustomerId customer, long after, int limit);

    /** Those among them that reach the operator. */
    List<SupportRequest> operatorsRequests(CustomerId customer, long after, int limit);

    /** Adds a crash report. */
    void add(CrashReport report);

    /** A customer's crash reports by number, from the one after {@code after} on. */
    List<CrashReport> crashes(CustomerId customer, long after, int limit);
}
