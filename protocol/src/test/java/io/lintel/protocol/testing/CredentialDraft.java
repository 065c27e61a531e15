package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A credential before it is signed: one that opens a {@link ReaderDraft}'s door unless the test changes it. */
public final class CredentialDraft {
    private long serial;
    private int issuingEpoch = 1;
    private Instant issued = TestSite.NOW.minus(Duration.ofHours(1));
    private Instant validFrom = issued;
    private Optional<Instant> validUntil = Optional.of(TestSite.NOW.plus(Duration.ofDays(90)));
    private Instant leaseEnd = TestSite.NOW.plus(Duration.ofDays(3));
    private Set<Integer> groups = Set.of(1);
    private Technology technology = Technology.NONE;
    private Set<CredentialFlag> flags = Set.of();

    CredentialDraft(long serial) {
        this.serial = serial;
    }

    public CredentialDraft serial(long value) {
        serial = value;
        return this;
    }

    public CredentialDraft issuingEpoch(int value) {
        issuingEpoch = value;
        return this;
    }

    public CredentialDraft issued(Instant value) {
        issued = value;
        return this;
    }

    public CredentialDraft validFrom(Instant value) {
        validFrom = value;
        return this;
    }

    public CredentialDraft validUntil(Optional<Instant> value) {
        validUntil = value;
        return this;
    }

    public CredentialDraft leaseEnd(Instant value) {
        leaseEnd = value;
        return this;
    }

    public CredentialDraft groups(Set<Integer> value) {
        groups = value;
        return this;
    }

    public CredentialDraft technology(Technology value) {
        technology = value;
        return this;
    }

    public CredentialDraft flags(Set<CredentialFlag> value) {
        flags = value;
        return this;
    }

    Credential of(ProjectId project, Bytes holderKey) {
        return new Credential(
                project,
                issuingEpoch,
                serial,
                70_000_000L + serial,
                holderKey,
                issued,
                validFrom,
                validUntil,
                leaseEnd,
                groups,
                technology,
                flags);
    }
}
