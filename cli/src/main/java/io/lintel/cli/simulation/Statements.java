package io.lintel.cli.simulation;

import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.ReaderFacts;
import io.lintel.sdk.revocation.RevokedFacts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** How the manager comes to its bounds. A test states wrong ones, to see that the oracle notices. */
@FunctionalInterface
interface Statements {
    /** Returns until when one reader may open for a revoked credential. */
    Bound bound(RevokedFacts revoked, ReaderFacts reader);

    /** Returns the lease end that counts, if leases end: the latest that was ever signed. */
    default Optional<Instant> leaseEnd(CredentialRecord revoked) {
        return revoked.latestLeaseEnd();
    }

    /** Returns the groups whose readers may open: all that were ever signed. */
    default Set<Integer> groups(CredentialRecord revoked) {
        return revoked.groupsEverSigned();
    }

    /** The product's own. */
    static Statements exposure() {
        return (revoked, reader) -> Exposure.at(revoked, reader).bound();
    }
}
