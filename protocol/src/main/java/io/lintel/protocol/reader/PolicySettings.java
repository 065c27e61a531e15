package io.lintel.protocol.reader;

import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * The values of the built-in policy at one reader. Data: they come from the site's profile.
 *
 * @param transports the transports that the door accepts
 * @param triggers what may trigger a tap here
 * @param personVerification whether the phone must have verified the person
 * @param maxAnswerTime the longest time from the opener to the phone's fast or cold message answer; a bound on crude relays
 * @param staleAllowance how long after its expiry a list still does, {@link Duration#ZERO} to {@link #MAX_STALE_ALLOWANCE} in
 *     whole seconds; without a list a reader denies in any case
 * @param clock what the reader may expect of its clock
 */
public record PolicySettings(
        Set<Transport> transports,
        Set<Trigger> triggers,
        PersonVerification personVerification,
        Duration maxAnswerTime,
        Duration staleAllowance,
        ReaderClock clock) {

    /** The longest time that an expired list does. */
    public static final Duration MAX_STALE_ALLOWANCE = Duration.ofDays(90);

    /** Whether the phone must have verified the person for each tap. */
    public enum PersonVerification {
        REQUIRED,
        AS_CREDENTIAL_SAYS
    }

    public PolicySettings {
        transports = Set.copyOf(transports);
        triggers = Set.copyOf(triggers);
        if (maxAnswerTime.isNegative() || maxAnswerTime.isZero()) {
            throw new IllegalArgumentException("maxAnswerTime must be positive");
        }
        if (staleAllowance.isNegative()
                || staleAllowance.compareTo(MAX_STALE_ALLOWANCE) > 0
                || !staleAllowance.equals(Duration.ofSeconds(staleAllowance.toSeconds()))) {
            throw new IllegalArgumentException(
                    "an expired list does for 0 to " + MAX_STALE_ALLOWANCE.toDays() + " days in whole seconds");
        }
    }

    /** Returns our recommendation: radio only, every trigger, two seconds to answer, stale lists deny, ten minutes of lag. */
    public static PolicySettings recommended() {
        return new PolicySettings(
                EnumSet.of(Transport.BLE_GATT, Transport.BLE_L2CAP),
                EnumSet.allOf(Trigger.class),
                PersonVerification.AS_CREDENTIAL_SAYS,
                Duration.ofSeconds(2),
                Duration.ZERO,
                ReaderClock.within(Duration.ofMinutes(10)));
    }

    /** Returns these settings with other transports, for example TCP on a test bench. */
    public PolicySettings withTransports(Set<Transport> other) {
        return new PolicySettings(other, triggers, personVerification, maxAnswerTime, staleAllowance, clock);
    }

    /** Returns from when on a list with this expiry does no longer. */
    public Instant deniesFrom(Instant listExpiry) {
        return listExpiry.plus(staleAllowance);
    }
}
