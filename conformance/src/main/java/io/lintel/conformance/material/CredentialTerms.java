package io.lintel.conformance.material;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** A credential before it is signed: one that opens the trial's door, unless a case changes its terms. */
public final class CredentialTerms {
    private long serial;
    private int issuingEpoch = 1;
    private Instant issued;
    private Instant validFrom;
    private Optional<Instant> validUntil;
    private Instant leaseEnd;
    private Set<Integer> groups = Set.of(Material.GROUP);
    private Technology technology = Technology.NONE;
    private Set<CredentialFlag> flags = Set.of();

    /** Begins with a credential that is valid now and for a year. */
    public CredentialTerms(long serial, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        this.serial = serial;
        this.issued = second.minus(Duration.ofHours(2));
        this.validFrom = issued;
        this.validUntil = Optional.of(second.plus(Duration.ofDays(365)));
        this.leaseEnd = second.plus(Duration.ofDays(365));
    }

    /** Sets the serial. */
    public CredentialTerms serial(long value) {
        serial = value;
        return this;
    }

    /** Sets the issuing epoch. */
    public CredentialTerms issuingEpoch(int value) {
        issuingEpoch = value;
        return this;
    }

    /** Sets when validity begins. */
    public CredentialTerms validFrom(Instant value) {
        validFrom = value.truncatedTo(ChronoUnit.SECONDS);
        return this;
    }

    /** Sets when validity ends. */
    public CredentialTerms validUntil(Instant value) {
        validUntil = Optional.of(value.truncatedTo(ChronoUnit.SECONDS));
        return this;
    }

    /** Sets when the lease ends. */
    public CredentialTerms leaseEnd(Instant value) {
        leaseEnd = value.truncatedTo(ChronoUnit.SECONDS);
        return this;
    }

    /** Sets the groups. */
    public CredentialTerms groups(Set<Integer> value) {
        groups = value;
        return this;
    }

    /** Sets the colour. */
    public CredentialTerms technology(Technology value) {
        technology = value;
        return this;
    }

    /** Sets the flags. */
    public CredentialTerms flags(CredentialFlag... value) {
        flags = Set.of(value);
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
