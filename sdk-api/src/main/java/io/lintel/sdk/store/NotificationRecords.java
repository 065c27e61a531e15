package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.NotificationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Messages to people. */
public interface NotificationRecords {

    /** Adds a message. */
    void add(Notification notification);

    /** Replaces status and claims of a message that exists. */
    void update(Notification notification);

    /** One message. */
    Optional<Notification> find(NotificationId id);

    /** A customer's messages by number, from the one after {@code after} on. */
    List<Notification> list(CustomerId customer, long after, int limit);

    /** A customer's messages that failed and were given up or are tried again, by number, after a number. */
    List<Notification> failing(CustomerId customer, long after, int limit);

    /** Messages of all customers in service that wait and are due, the longest due first. */
    List<Notification> due(Instant now, int limit);
}
