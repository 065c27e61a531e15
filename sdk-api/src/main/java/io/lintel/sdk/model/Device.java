package io.lintel.sdk.model;

import java.time.Instant;

/**
 * A phone, of a person or of nobody known. It carries one credential ({@code DEV-01}).
 *
 * @param customer whose device
 * @param number 1, 2, 3, ... within the customer
 * @param person the owner's number; {@link IssuedCredential#NOBODY} where the phone registered itself
 * @param name free text ({@code DEV-05})
 * @param status what the manager knows of it
 * @param created when it was added
 */
public record Device(CustomerId customer, long number, long person, String name, Status status, Instant created) {

    /** The statuses of a device ({@code DEV-11}). */
    public enum Status {
        /** No phone has redeemed a code for it. */
        UNAUTHENTICATED,
        /** A phone has proven its key. */
        ACTIVE,
        /** Removed. */
        DELETED
    }

    /** Checks the name. */
    public Device {
        Text.required(name, "the device's name");
    }

    @Override
    public String toString() {
        return "Device[" + customer + " #" + number + " " + status + "]";
    }
}
