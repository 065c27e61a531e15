package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.revocation.Revocation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was ever signed for credentials, and what became of those that were revoked. A purge leaves all of it. */
public interface RevocationRecords {

    /** Keeps how far a new statement reaches, together with those before it. */
    void signed(SignedReach reach);

    /**
     * Keeps, of every credential that was not revoked, that it may have been signed with its own terms and a lease up to this,
     * whatever is known of its statements.
     *
     * @param leaseEnd empty where leases never end
     */
    void signedAll(CustomerId customer, Optional<Instant> leaseEnd);

    /** How far all statements of a credential reach; empty where none was ever signed. */
    Optional<SignedReach> reach(CustomerId customer, long serial);

    /** The groups that all statements of each revoked credential name, from a serial on; without those that were never signed. */
    Map<Long, Set<Integer>> revokedGroups(CustomerId customer, long from);

    /** Adds a revocation; nothing happens where the credential was revoked before. */
    void add(Revocation revocation);

    /** Replaces what was shown of a revocation that exists. */
    void update(Revocation revocation);

    /** The revocation of a credential. */
    Optional<Revocation> find(CustomerId customer, long serial);

    /** Of what lists after one epoch up to another revoked first, the reach of that which goes on the longest. */
    Optional<SignedReach> longest(CustomerId customer, long afterEpoch, long upToEpoch);

    /** Revocations that nothing proves yet by serial, from the one after {@code after} on. */
    List<Revocation> unproven(CustomerId customer, long after, int limit);

    /** Those of them that lists after one epoch up to another revoked first. */
    List<Revocation> unproven(CustomerId customer, long afterEpoch, long upToEpoch, long after, int limit);

    /** Revocations that are proven, and that lists after an epoch revoked first, by serial as above. */
    List<Revocation> proven(CustomerId customer, long afterEpoch, long after, int limit);
}
