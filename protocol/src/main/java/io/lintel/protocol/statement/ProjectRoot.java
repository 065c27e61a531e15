package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.time.Instant;

/**
 * The beginning of a project's trust: its suite and root key, signed by that key itself. Whoever holds the signed octets
 * from a trusted hand, or their {@link Signed#fingerprint()}, has pinned the project.
 *
 * @param suite the suite of every key of the project
 * @param rootKey the root's public key for signatures, in that suite's size
 * @param created when the project was made; fractions of a second are cut off
 */
public record ProjectRoot(Suite suite, Bytes rootKey, Instant created) {
    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ProjectRoot {
        Require.size(rootKey, suite.signingKeySize(), "root key");
        created = Require.wholeSeconds(created, "creation time");
    }

    /** Returns the project's name, which follows from suite and root key. */
    public ProjectId project() {
        return ProjectId.of(suite, rootKey);
    }
}
