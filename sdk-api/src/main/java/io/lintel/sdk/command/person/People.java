package io.lintel.sdk.command.person;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.person.PersonChecks;
import io.lintel.sdk.profile.PersonRules;
import io.lintel.sdk.profile.Profile;

/** What commands about people check first. */
public final class People {

    private People() {}

    /** A person who is there and was not removed, or a refusal. */
    public static Person active(CommandContext context, CustomerId customer, long number) {
        Person person = context.unit()
                .people()
                .find(customer, number)
                .orElseThrow(() -> new ManagerException.NotFound("person " + number + " of site " + customer));
        if (person.removed().isPresent()) {
            throw new ManagerException.Refused(
                    ErrorCode.PERSON_REMOVED,
                    "person " + number + " was removed, which is final; add the person again as a new one");
        }
        return person;
    }

    /** Refuses data that break the profile's rules, with the first rule that they break. */
    static void requireData(PersonRules rules, String givenName, String familyName, String email) {
        PersonChecks.broken(rules, givenName, familyName, email).stream()
                .findFirst()
                .ifPresent(broken -> {
                    throw new ManagerException.Refused(ErrorCode.INVALID_REQUEST, broken + " and try again");
                });
    }

    /** Where people register themselves, nobody enters or lists them ({@code SSR-05}). */
    public static void refuseSelfService(Profile profile) {
        if (profile.enrolment().selfService()) {
            throw new ManagerException.Refused(
                    ErrorCode.ENROLMENT_NOT_OFFERED,
                    "people register themselves at this site, so it has no list of them; give them the project's QR code");
        }
    }
}
