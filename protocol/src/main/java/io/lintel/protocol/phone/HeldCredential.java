package io.lintel.protocol.phone;

import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * One credential of a wallet, as a person may see it.
 *
 * @param displayName the name that the app shows (CFG-01)
 * @param project the site's project
 * @param serial the credential's serial
 * @param validFrom begin of validity
 * @param validUntil end of validity, or empty for unlimited
 * @param leaseEnd when the phone must have checked in
 */
public record HeldCredential(
        String displayName,
        ProjectId project,
        long serial,
        Instant validFrom,
        Optional<Instant> validUntil,
        Instant leaseEnd) {

    static HeldCredential of(Site site) {
        Credential credential = site.credential().value();
        return new HeldCredential(
                site.displayName(),
                credential.project(),
                credential.serial(),
                credential.validFrom(),
                credential.validUntil(),
                credential.leaseEnd());
    }
}
