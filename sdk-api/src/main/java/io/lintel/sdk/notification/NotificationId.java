package io.lintel.sdk.notification;

import io.lintel.sdk.model.CustomerId;

/**
 * Names one notification.
 *
 * @param customer whose
 * @param number 1, 2, 3, ... within the customer
 */
public record NotificationId(CustomerId customer, long number) {

    @Override
    public String toString() {
        return customer + "." + number;
    }
}
