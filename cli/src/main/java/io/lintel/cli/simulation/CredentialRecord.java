package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.Technology;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the manager has on record of a credential. */
final class CredentialRecord {
    /** The end of a lease that never ends: the last second that a statement can name. */
    private static final Instant NEVER = Instant.ofEpochSecond(0xffff_ffffL);

    private final long serial;
    private final Bytes holderKey;
    private final Set<Integer> groupsEverSigned;
    private final TreeSet<Integer> groups;
    private Optional<Duration> lease;
    private Optional<Instant> latestLeaseEnd = Optional.of(Instant.EPOCH);
    private Optional<Signed<Credential>> newest = Optional.empty();
    private boolean revoked;
    private int number;

    CredentialRecord(long serial, Bytes holderKey, Set<Integer> groups, Optional<Duration> lease) {
        this.serial = serial;
        this.holderKey = holderKey;
        this.groupsEverSigned = Set.copyOf(groups);
        this.groups = new TreeSet<>(groups);
        this.lease = lease;
    }

    /** Returns all groups of any statement: they only become fewer here. */
    Set<Integer> groupsEverSigned() {
        return groupsEverSigned;
    }

    /** Returns the newest statement, if there is one. */
    Optional<Credential> newest() {
        return newest.map(Signed::value);
    }

    /** From now on one group less, where there are several, and short leases. What was signed before stays signed. */
    void narrow() {
        if (groups.size() > 1) {
            groups.pollFirst();
        }
        lease = Optional.of(Plan.SHORT_LEASE);
    }

    boolean isRevoked() {
        return revoked;
    }

    /** From now on nothing is signed for it. */
    void revoke() {
        revoked = true;
    }

    /** Returns the latest lease end that was ever signed; empty where one never ends. */
    Optional<Instant> latestLeaseEnd() {
        return latestLeaseEnd;
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
        Instant end = signed.value().leaseEnd();
        latestLeaseEnd = lease.flatMap(ends -> latestLeaseEnd.map(before -> before.isAfter(end) ? before : end));
        return signed;
    }
}
