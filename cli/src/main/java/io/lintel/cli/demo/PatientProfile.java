package io.lintel.cli.demo;

import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.profile.ReaderRules;
import java.time.Duration;

/**
 * The town's policy: our recommended one, but phones may take longer to answer. The story has to come out the same on a
 * machine that is busy with something else, where a process that has just started takes seconds for its first tap.
 */
final class PatientProfile {
    /** As long as an opener lives. */
    private static final Duration MAX_ANSWER_TIME = Duration.ofSeconds(5);

    private PatientProfile() {}

    /** The policy as the JSON that {@code site create --profile} takes. */
    static String json() {
        Profile standard = Profiles.builtIn(Profiles.DEFAULT);
        ReaderRules rules = standard.readers();
        ReaderRules patient = new ReaderRules(
                rules.certificateValidity(),
                rules.listValidity(),
                rules.staleList(),
                rules.staleFor(),
                rules.clock(),
                rules.transports(),
                rules.triggers(),
                rules.personVerification(),
                MAX_ANSWER_TIME,
                rules.coldAfterUses(),
                rules.coldAfter());
        return Profiles.print(standard.variant("town", patient));
    }
}
