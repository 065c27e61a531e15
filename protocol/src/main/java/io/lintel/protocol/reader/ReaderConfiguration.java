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
 */
public record ReaderConfiguration(
        ProjectTrust trust,
        ProjectKey projectKey,
        PolicySettings policy,
        ReaderLimits limits,
        List<Signed<Credential>> directory,
        Optional<Signed<RevocationList>> list) {
    public ReaderConfiguration {
        directory = List.copyOf(directory);
    }
}
