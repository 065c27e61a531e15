package io.lintel.sdk.command.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.StatementException;
import io.lintel.sdk.model.PublishedList;
import java.util.Optional;

/** The difference between two lists of a site, where that is worth telling. */
public final class Deltas {

    private Deltas() {}

    /** The delta from one list to a later one; empty where the later one itself is no longer than that. */
    public static Optional<Bytes> between(ProjectTrust trust, PublishedList base, PublishedList result) {
        if (base.epoch() >= result.epoch()) {
            return Optional.empty();
        }
        try {
            Bytes delta = ListDelta.between(
                            trust.verifyListAsIssued(base.statement()), trust.verifyListAsIssued(result.statement()))
                    .bytes();
            return Optional.of(delta)
                    .filter(octets -> octets.size() < result.statement().size());
        } catch (IllegalArgumentException | StatementException tooDifferentOrOfAnEndedEpoch) {
            return Optional.empty();
        }
    }
}
