package io.lintel.protocol.reader;

import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
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

    /** Puts a newer list in force; returns whether it was newer. */
    synchronized boolean install(RevocationList newer) {
        if (newer.listEpoch() <= epoch()) {
            return false;
        }
        list = newer;
        return true;
    }
}
