package io.lintel.protocol.reader;

import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The values of the built-in policy at one reader. Data: they come from the site's profile.
 *
 * @param transports the transports that the door accepts
 * @param triggers what may trigger a tap here
 * @param personVerification whether the phone must have verified the person
 * @param maxAnswerTime the longest time from the opener to the phone's fast or cold message answer; a bound on crude relays
 * @param staleList what to do without a list, or with one that has expired
 */
public record PolicySettings(
        Set<Transport> transports,
        Set<Trigger> triggers,
        PersonVerification personVerification,
        Duration maxAnswerTime,
        StaleList staleList) {

    /** Whether the phone must have verified the person for each tap. */
    public enum PersonVerification {
        REQUIRED,
        AS_CREDENTIAL_SAYS
    }

    /** What a reader does whose revocation list has expired. */
    public enum StaleList {
        DENY,
        ALLOW
    }

    public PolicySettings {
        transports = Set.copyOf(transports);
        triggers = Set.copyOf(triggers);
        if (maxAnswerTime.isNegative() || maxAnswerTime.isZero()) {
            throw new IllegalArgumentException("maxAnswerTime must be positive");
        }
    }

    /** Returns our recommendation: radio only, every trigger, two seconds to answer, stale lists deny. */
    public static PolicySettings recommended() {
        return new PolicySettings(
                EnumSet.of(Transport.BLE_GATT, Transport.BLE_L2CAP),
                EnumSet.allOf(Trigger.class),
                PersonVerification.AS_CREDENTIAL_SAYS,
                Duration.ofSeconds(2),
                StaleList.DENY);
    }

    /** Returns these settings with other transports, for example TCP on a test bench. */
    public PolicySettings withTransports(Set<Transport> other) {
        return new PolicySettings(other, triggers, personVerification, maxAnswerTime, staleList);
    }
}
