package io.lintel.sdk.event;

import io.lintel.sdk.model.CustomerId;

/**
 * Names one subscription.
 *
 * @param customer whose events it carries
 * @param number 1, 2, 3, ... within the customer
 */
public record SubscriptionId(CustomerId customer, int number) {

    @Override
    public String toString() {
        return customer + "." + number;
    }
}
