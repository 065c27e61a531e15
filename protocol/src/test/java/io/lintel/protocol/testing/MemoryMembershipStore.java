package io.lintel.protocol.testing;

import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Membership.Deleted;
import io.lintel.protocol.phone.MembershipStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone's memberships in memory. What goes in and what comes out are copies, secrets included, as with a file. */
public final class MemoryMembershipStore implements MembershipStore {
    private record Key(ProjectId project, long serial) {}

    private final Map<Key, Membership> memberships = new LinkedHashMap<>();

    @Override
    public synchronized List<Membership> memberships() {
        return memberships.values().stream().map(MemoryMembershipStore::copy).toList();
    }

    @Override
    public synchronized Optional<Membership> membership(ProjectId project, long serial) {
        return Optional.ofNullable(memberships.get(new Key(project, serial))).map(MemoryMembershipStore::copy);
    }

    @Override
    public synchronized void saveMembership(Membership membership) {
        memberships.put(new Key(membership.project(), membership.serial()), copy(membership));
    }

    @Override
    public synchronized void eraseMembership(ProjectId project, long serial) {
        memberships.remove(new Key(project, serial));
    }

    private static Membership copy(Membership from) {
        return new Membership(
                from.project(),
                from.serial(),
                from.manager(),
                from.number(),
                from.outstanding(),
                from.doors(),
                from.reporting(),
                from.synchronised(),
                from.due(),
                from.deleted()
                        .map(deleted -> new Deleted(
                                deleted.by(),
                                deleted.signedRoot(),
                                SecretBytes.takeOwnership(deleted.holderKey().copy()))));
    }
}
