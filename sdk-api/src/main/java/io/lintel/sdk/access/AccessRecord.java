package io.lintel.sdk.access;

import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * One decision of a reader about one phone, as the manager keeps it.
 *
 * @param customer whose door
 * @param number counts the customer's records from 1, in the order in which they came
 * @param reader the reader's number
 * @param holder whose phone; empty where the credential was forgotten before the record came
 * @param at when the reader decided, by its clock
 * @param received when the manager got to know
 * @param denial why access was denied; empty where the door opened
 * @param path how the phone was authenticated
 * @param transport the channel
 * @param trigger what the phone said had made it answer
 */
public record AccessRecord(
        CustomerId customer,
        long number,
        int reader,
        Optional<Holder> holder,
        Instant at,
        Instant received,
        Optional<DenialReason> denial,
        TapPath path,
        Transport transport,
        Trigger trigger) {

    /**
     * Whose phone was at the door.
     *
     * @param serial the credential's serial
     * @param person the person's number when the record came; 0 where the phone registered itself
     */
    public record Holder(long serial, long person) {}

    /** Whether the door opened. */
    public boolean isGranted() {
        return denial.isEmpty();
    }

    /** Leaves out the holder. */
    @Override
    public String toString() {
        return "AccessRecord[" + number + ", reader " + reader + ", " + at + ", "
                + denial.map(reason -> "denied " + reason).orElse("granted") + ", holder redacted]";
    }
}
