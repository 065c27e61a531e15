package io.lintel.cli.simulation;

import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.ReaderFacts;
import io.lintel.sdk.revocation.RevokedFacts;

/** How the manager comes to a bound. A test states wrong ones, to see that the oracle notices. */
@FunctionalInterface
interface Statements {
    /** Returns until when one reader may open for a revoked credential. */
    Bound bound(RevokedFacts revoked, ReaderFacts reader);

    /** The product's own. */
    static Statements exposure() {
        return (revoked, reader) -> Exposure.at(revoked, reader).bound();
    }
}
