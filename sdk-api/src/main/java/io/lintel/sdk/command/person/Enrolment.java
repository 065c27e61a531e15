package io.lintel.sdk.command.person;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.profile.EnrolmentRules;
import io.lintel.sdk.profile.EnrolmentRules.Mode;

/** The ways in which people come into a site ({@code SSR-05}, {@code SYN-04}). */
public final class Enrolment {

    private Enrolment() {}

    /** Refuses a way that the site's profile does not offer. */
    public static void require(EnrolmentRules rules, Mode mode) {
        if (!rules.modes().contains(mode)) {
            String words = switch (mode) {
                case ADMIN -> "people are not entered at this site";
                case AUTO_SYNC -> "people are not synchronised with a host system at this site";
                case SELF_SERVICE -> "people do not register themselves at this site";
            };
            throw new ManagerException.Refused(
                    ErrorCode.ENROLMENT_NOT_OFFERED,
                    words + ", because its profile offers " + rules.modes()
                            + " alone; a site keeps that from its creation on");
        }
    }
}
