package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Period;
import java.util.Set;

/**
 * What readers of a site enforce; goes into every reader configuration.
 *
 * @param certificateValidity how long a reader's certificate is valid
 * @param listValidity how long a revocation list counts as fresh
 * @param staleList what a reader does when its list has expired
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
        PolicySettings.StaleList staleList,
        Set<Transport> transports,
        Set<Trigger> triggers,
        PolicySettings.PersonVerification personVerification,
        Duration maxAnswerTime,
        int coldAfterUses,
        Duration coldAfter) {

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
        transports = ordered(transports, Transport.class);
        triggers = ordered(triggers, Trigger.class);
    }

    /** The reader's policy, with other transports where some are given. */
    public PolicySettings settings(Set<Transport> otherTransports) {
        Set<Transport> accepted = otherTransports.isEmpty() ? transports : otherTransports;
        return new PolicySettings(accepted, triggers, personVerification, maxAnswerTime, staleList);
    }
}
