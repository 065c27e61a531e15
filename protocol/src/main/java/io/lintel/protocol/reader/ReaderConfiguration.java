package io.lintel.protocol.reader;

import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.ProjectKey;
import java.util.List;
import java.util.Optional;

/**
 * What a site tells its reader.
 *
 * @param trust the pinned root and issuing keys
 * @param projectKey the key epoch that the reader speaks; readers speak their newest
 * @param policy the values of the built-in policy
 * @param limits the bounds of memory and time
 * @param directory whole credentials that the reader is given, verified; may be empty
 * @param list the revocation list to begin with
 * @param revision of the site's configurations, 1 to 2^32 - 1, or 0 where this one has no number
 */
public record ReaderConfiguration(
        ProjectTrust trust,
        ProjectKey projectKey,
        PolicySettings policy,
        ReaderLimits limits,
        List<Signed<Credential>> directory,
        Optional<Signed<RevocationList>> list,
        long revision) {
    public ReaderConfiguration {
        directory = List.copyOf(directory);
    }

    /** Tells a reader what no artefact carried, such as on a test bench. */
    public ReaderConfiguration(
            ProjectTrust trust,
            ProjectKey projectKey,
            PolicySettings policy,
            ReaderLimits limits,
            List<Signed<Credential>> directory,
            Optional<Signed<RevocationList>> list) {
        this(trust, projectKey, policy, limits, directory, list, 0);
    }
}
