package io.lintel.sdk.command.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.StatementException;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The differences between a site's lists that were asked for last: after a revocation every phone asks for the same few.
 * Thread-safe.
 */
public final class Deltas {

    private static final int KEPT = 256;

    private record Key(CustomerId customer, long base, int baseGroup, long result, int resultGroup) {}

    private final Map<Key, Optional<Bytes>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Bytes>> eldest) {
            return size() > KEPT;
        }
    };

    /** The delta from one list to a later one; empty where the later one itself is no longer than that. */
    public Optional<Bytes> between(ProjectTrust trust, PublishedList base, PublishedList result) {
        if (base.epoch() >= result.epoch()) {
            return Optional.empty();
        }
        Key key = new Key(result.customer(), base.epoch(), base.group(), result.epoch(), result.group());
        synchronized (known) {
            Optional<Bytes> before = known.get(key);
            if (before != null) {
                return before;
            }
        }
        Optional<Bytes> delta = make(trust, base, result);
        synchronized (known) {
            known.put(key, delta);
        }
        return delta;
    }

    private static Optional<Bytes> make(ProjectTrust trust, PublishedList base, PublishedList result) {
        try {
            return Optional.of(ListDelta.between(
                                    trust.verifyListAsIssued(base.statement()),
                                    trust.verifyListAsIssued(result.statement()))
                            .bytes())
                    .filter(octets -> octets.size() < result.statement().size());
        } catch (IllegalArgumentException | StatementException tooDifferentOrOfAForgottenEpoch) {
            return Optional.empty();
        }
    }
}
