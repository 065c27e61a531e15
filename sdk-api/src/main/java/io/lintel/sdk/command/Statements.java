package io.lintel.sdk.command;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Words a credential's statement, and keeps what was signed. */
public final class Statements {

    private Statements() {}

    public static Credential credential(
            Site site, int issuingEpoch, Profile profile, IssuedCredential credential, Bytes holderKey, Instant now) {
        IssuedCredential.Terms terms = credential.terms();
        Instant end = terms.validUntil().orElse(Calendars.END_OF_TIME);
        Instant leaseEnd = profile.credential()
                .boundedLease()
                .map(lease -> Calendars.earlier(now.plus(lease), end))
                .orElse(end);
        return new Credential(
                site.project(),
                issuingEpoch,
                credential.serial(),
                credential.accessNumber(),
                holderKey,
                now,
                terms.validFrom(),
                terms.validUntil(),
                leaseEnd,
                terms.groups(),
                terms.technology(),
                Set.of());
    }

    /** Keeps a statement that was signed, and how far it reaches beyond the time that it is kept itself. */
    public static void keep(CommandContext context, SignedCredential signed, Credential statement) {
        context.unit().credentials().addStatement(signed);
        Optional<Instant> leaseEnd =
                Optional.of(statement.leaseEnd()).filter(end -> end.isBefore(Calendars.END_OF_TIME));
        context.unit()
                .revocations()
                .signed(new SignedReach(
                        signed.customer(), signed.serial(), leaseEnd, statement.validUntil(), statement.groups()));
    }
}
