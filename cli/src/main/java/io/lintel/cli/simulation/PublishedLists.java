package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The revocation lists that the manager has published; epoch 1 revokes nobody. */
final class PublishedLists {
    private final Project project;
    private final TreeSet<Long> revoked = new TreeSet<>();
    private final List<Signed<RevocationList>> lists = new ArrayList<>();
    private final Map<Long, Optional<Bytes>> deltas = new HashMap<>();
    private Optional<Signed<ListHead>> head = Optional.empty();

    PublishedLists(Project project, Instant now) {
        this.project = project;
        publish(now);
    }

    Signed<RevocationList> newest() {
        return lists.get(lists.size() - 1);
    }

    long epoch() {
        return lists.size();
    }

    /** Returns the list of an epoch, if there was one. */
    Optional<Signed<RevocationList>> ofEpoch(long epoch) {
        return epoch >= 1 && epoch <= lists.size() ? Optional.of(lists.get((int) epoch - 1)) : Optional.empty();
    }

    /** Publishes a list that names one more serial, or the same as before but longer. */
    Signed<RevocationList> revoke(long serial, Instant now) {
        revoked.add(serial);
        return publish(now);
    }

    Signed<RevocationList> publish(Instant now) {
        long[] serials = revoked.stream().mapToLong(Long::longValue).toArray();
        Signed<RevocationList> list = project.sign(new RevocationList(
                project.id(),
                1,
                lists.size() + 1L,
                1,
                1,
                now,
                now.plus(Plan.LIST_VALIDITY),
                Set.of(),
                CodedSerials.of(1, SerialSet.of(serials)),
                RevocationList.ALL_GROUPS));
        lists.add(list);
        head = Optional.of(project.sign(ChunkTable.head(list)));
        deltas.clear();
        return list;
    }

    /** Returns what a phone lacks: the head, and the list whole or as a delta, whichever is shorter. */
    ListNews newsFor(Held held) {
        Optional<Bytes> newHead = held.headEpoch() < epoch() ? head.map(Signed::bytes) : Optional.empty();
        if (held.listEpoch() >= epoch()) {
            return new ListNews(newHead, Optional.empty(), Optional.empty());
        }
        Optional<Bytes> delta = deltas.computeIfAbsent(held.listEpoch(), this::deltaFrom);
        return delta.isPresent()
                ? new ListNews(newHead, Optional.empty(), delta)
                : new ListNews(newHead, Optional.of(newest().bytes()), Optional.empty());
    }

    private Optional<Bytes> deltaFrom(long epoch) {
        return ofEpoch(epoch)
                .map(base -> ListDelta.between(base, newest()).bytes())
                .filter(delta -> delta.size() < newest().bytes().size());
    }
}
