package io.lintel.protocol.reader;

import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One decision about one authenticated phone.
 *
 * @param at when the reader decided
 * @param readerNumber the reader's number in its certificate
 * @param serial the credential's serial
 * @param accessNumber what the panel gets, see {@code io.lintel.protocol.output}
 * @param denial why access was denied, or empty when it was granted
 * @param path how the phone was authenticated
 * @param intent what the phone claimed about the gesture
 * @param transport the channel
 * @param answerTime from the opener to the phone's fast or cold message
 */
public record AccessEvent(
        Instant at,
        int readerNumber,
        long serial,
        long accessNumber,
        Optional<DenialReason> denial,
        TapPath path,
        Intent intent,
        Transport transport,
        Duration answerTime) {

    /** Returns whether the door opens. */
    public boolean isGranted() {
        return denial.isEmpty();
    }

    /** Leaves out serial and access number, which tell one holder from another. */
    @Override
    public String toString() {
        String outcome = denial.map(reason -> "denied " + reason).orElse("granted");
        return "AccessEvent[" + at + ", reader " + readerNumber + ", " + outcome + ", " + path + ", " + transport
                + ", holder redacted]";
    }
}
