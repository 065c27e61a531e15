package io.lintel.sdk.statistics;

import io.lintel.sdk.notification.Delivery;

/** Takes reports to the operator: a port. Thread-safe; an attempt ends within a bounded time. A report may come twice. */
@FunctionalInterface
public interface StatisticsRecipient {

    /** Tries once to hand over a report. */
    Delivery send(ProjectReport report);
}
