package io.lintel.sdk.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;

/**
 * The newest check-in of a credential's phone: what tells a repetition from a new request, and an administrator how old the
 * phone's word is ({@code DEV-13}, {@code REV-15}).
 *
 * @param customer whose credential
 * @param serial the credential
 * @param number the request's number, the highest so far
 * @param requestId the request's id, 16 octets
 * @param at when it came
 */
public record LastCheckIn(CustomerId customer, long serial, int number, Bytes requestId, Instant at) {

    /** Leaves out the request's id. */
    @Override
    public String toString() {
        return "LastCheckIn[" + customer + " #" + serial + " at " + at + "]";
    }
}
