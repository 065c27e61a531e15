package io.lintel.sdk.notification;

import io.lintel.sdk.model.CustomerId;

/**
 * Names one notification.
 *
 * @param customer whose
 * @param number rises within the customer, with gaps
 */
public record NotificationId(CustomerId customer, long number) {

    /** Room for more channels; the numbers are stored, so it never changes. */
    private static final int NUMBERS_PER_ACTIVATION = 8;

    /** The one that tells of an activation by a channel: no counter is needed for it. */
    public static NotificationId of(CustomerId customer, long activation, Channel channel) {
        return new NotificationId(customer, activation * NUMBERS_PER_ACTIVATION + channel.number());
    }

    @Override
    public String toString() {
        return customer + "." + number;
    }
}
