package io.lintel.sdk.command.credential;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.Statements;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import java.util.OptionalInt;

/** What has to hold before a credential is issued, beyond credit and a free number (requirements 24.3). */
final class IssueChecks {

    private IssueChecks() {}

    /** Refuses one credential too many ({@code C-30}). */
    static void requireRoom(CommandContext context, Profile profile, Person person) {
        OptionalInt limit = profile.person().liveCredentialLimit();
        if (limit.isPresent()
                && context.unit().credentials().liveOfPerson(person.customer(), person.number()) >= limit.getAsInt()) {
            throw new ManagerException.Refused(
                    ErrorCode.TOO_MANY_CREDENTIALS,
                    "person " + person.number() + " holds as many credentials as this site's profile allows ("
                            + limit.getAsInt() + "); revoke one first");
        }
    }

    /** Refuses a colour that the profile does not have. */
    static void requireTechnology(Profile profile, Technology wanted) {
        if (!profile.credential().technologies().contains(wanted)) {
            throw new ManagerException.Refused(
                    ErrorCode.TECHNOLOGY_MISMATCH,
                    "this site's profile has credentials of "
                            + profile.credential().technologies() + ", not " + wanted + "; choose one of them");
        }
    }

    /** Words the statement with a key as wide as the phone's, so that what cannot be signed is refused before it is charged. */
    static void requireStatable(CommandContext context, Site site, Profile profile, IssuedCredential credential) {
        if (credential.terms().hasEnded(context.now())) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST, "the validity has ended already; give a later end or none");
        }
        Bytes anyKey = Bytes.copyOf(new byte[site.suite().dhKeySize()]);
        int issuingEpoch = new SiteKeys(context.environment(), context.unit()).issuingEpoch(site, Purpose.CREDENTIAL);
        Statements.credential(site, issuingEpoch, profile, credential, anyKey, context.now());
    }
}
