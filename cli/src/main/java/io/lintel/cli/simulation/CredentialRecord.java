package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the manager has on record of a credential. */
final class CredentialRecord {
    /** The end of a lease that never ends: the last second that a statement can name. */
    private static final Instant NEVER = Instant.ofEpochSecond(0xffff_ffffL);

    private final long serial;
    private final Bytes holderKey;
    private final Set<Integer> groups;
    private final Optional<Duration> lease;
    private Optional<Signed<Credential>> newest = Optional.empty();
    private boolean revoked;
    private int number;

    CredentialRecord(long serial, Bytes holderKey, Set<Integer> groups, Optional<Duration> lease) {
        this.serial = serial;
        this.holderKey = holderKey;
        this.groups = Set.copyOf(groups);
        this.lease = lease;
    }

    Set<Integer> groups() {
        return groups;
    }

    boolean isRevoked() {
        return revoked;
    }

    /** From now on nothing is signed for it. */
    void revoke() {
        revoked = true;
    }

    /** Returns the latest lease end that was ever signed, if leases end: they only grow here. */
    Optional<Instant> latestLeaseEnd() {
        return lease.map(time -> newest.orElseThrow().value().leaseEnd());
    }

    /** Notes the number of a request, and returns the highest so far. */
    int heard(int requestNumber) {
        number = Math.max(number, requestNumber);
        return number;
    }

    /** Returns the newest statement, after a new one where half of the lease is over. */
    Signed<Credential> renewed(Project project, Instant now) {
        Signed<Credential> last = newest.orElseThrow();
        Duration left = Duration.between(now, last.value().leaseEnd());
        boolean lasts = lease.stream().allMatch(time -> left.compareTo(time.dividedBy(2)) > 0);
        return lasts ? last : sign(project, now);
    }

    /** Signs a statement with a whole lease, or without end. */
    Signed<Credential> sign(Project project, Instant now) {
        Signed<Credential> signed = project.sign(new Credential(
                project.id(),
                1,
                serial,
                serial,
                holderKey,
                now,
                now,
                Optional.empty(),
                lease.map(now::plus).orElse(NEVER),
                groups,
                Technology.NONE,
                Set.of()));
        newest = Optional.of(signed);
        return signed;
    }
}
