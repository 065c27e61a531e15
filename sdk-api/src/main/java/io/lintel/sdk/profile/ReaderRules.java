package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderClock;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What readers of a site enforce; goes into every reader configuration.
 *
 * @param certificateValidity how long a reader's certificate is valid
 * @param listValidity how long a revocation list counts as fresh
 * @param staleList what a reader does when its list has expired
 * @param staleFor how long it allows an expired list where it does, a minute to 90 days in whole seconds; null for 90 days,
 *     and where it denies
 * @param clock what is stated of the readers' clocks; null where nothing is, so that nothing is bounded by them
 * @param transports the transports that doors accept
 * @param triggers what may trigger a tap
 * @param personVerification whether the phone must have verified the person
 * @param maxAnswerTime the longest time that a phone may take to answer, at most a minute
 * @param coldAfterUses fast taps after which a cold one is forced
 * @param coldAfter time after which a cold tap is forced
 */
public record ReaderRules(
        Period certificateValidity,
        Period listValidity,
        StaleList staleList,
        @Nullable Duration staleFor,
        @Nullable ClockRules clock,
        Set<Transport> transports,
        Set<Trigger> triggers,
        PolicySettings.PersonVerification personVerification,
        Duration maxAnswerTime,
        int coldAfterUses,
        Duration coldAfter) {

    /** What a reader does when its list has expired. */
    public enum StaleList {
        DENY,
        ALLOW
    }

    /** Refuses values out of bounds. */
    public ReaderRules {
        positive(certificateValidity, "certificateValidity");
        positive(listValidity, "listValidity");
        present(staleList, "staleList");
        present(transports, "transports");
        present(triggers, "triggers");
        present(personVerification, "personVerification");
        positive(maxAnswerTime, "maxAnswerTime");
        within(maxAnswerTime.toMillis(), 1, 60_000, "maxAnswerTime in milliseconds");
        within(coldAfterUses, 1, 1_000_000, "coldAfterUses");
        positive(coldAfter, "coldAfter");
        requireStale(staleList, staleFor);
        transports = ordered(transports, Transport.class);
        triggers = ordered(triggers, Trigger.class);
    }

    private static void requireStale(StaleList staleList, @Nullable Duration staleFor) {
        if (staleFor != null) {
            within(staleFor.toSeconds(), 60, PolicySettings.MAX_STALE_ALLOWANCE.toSeconds(), "staleFor in seconds");
            within(staleFor.toMillis() % 1000, 0, 0, "the fraction of a second in staleFor");
            if (staleList == StaleList.DENY) {
                throw new IllegalArgumentException("staleFor goes with staleList ALLOW");
            }
        }
    }

    /** Returns how long after its expiry a reader goes on with a list. */
    public Duration staleAllowance() {
        if (staleList == StaleList.DENY) {
            return Duration.ZERO;
        }
        return staleFor == null ? PolicySettings.MAX_STALE_ALLOWANCE : staleFor;
    }

    /** Returns what readers may expect of their clocks. */
    public ReaderClock readerClock() {
        return clock == null ? ReaderClock.none(ReaderClock.Without.ALLOW) : clock.clock();
    }

    /** The reader's policy, with other transports where some are given. */
    public PolicySettings settings(Set<Transport> otherTransports) {
        Set<Transport> accepted = otherTransports.isEmpty() ? transports : otherTransports;
        return new PolicySettings(
                accepted, triggers, personVerification, maxAnswerTime, staleAllowance(), readerClock());
    }
}
