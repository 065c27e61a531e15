package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The revocation list that a reader enforces; its epoch never falls. Thread-safe. */
final class ListInForce {
    private volatile @Nullable RevocationList list;

    ListInForce(Optional<Signed<RevocationList>> first) {
        this.list = first.map(Signed::value).orElse(null);
    }

    Optional<RevocationList> get() {
        return Optional.ofNullable(list);
    }

    long epoch() {
        return get().map(RevocationList::listEpoch).orElse(0L);
    }

    /**
     * Verifies a list by what the one in force demands of its signer, and puts it in force if it is newer; both under one
     * lock, so that no list slips in below a minimum that another has just set.
     *
     * @return whether it was newer
     */
    synchronized boolean install(ProjectTrust site, Bytes signed, Instant now) {
        int minimum = get().map(RevocationList::minimumIssuingEpoch).orElse(1);
        RevocationList newer =
                site.withMinimumIssuingEpoch(minimum).verifyList(signed, now).value();
        if (newer.listEpoch() <= epoch()) {
            return false;
        }
        list = newer;
        return true;
    }
}
