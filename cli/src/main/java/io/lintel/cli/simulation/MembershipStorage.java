package io.lintel.cli.simulation;

import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.Membership.Deleted;
import io.lintel.protocol.phone.MembershipStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone's memberships on the heap. */
final class MembershipStorage implements MembershipStore {
    private final Map<Long, Membership> memberships = new LinkedHashMap<>();

    @Override
    public List<Membership> memberships() {
        return memberships.values().stream().map(MembershipStorage::copy).toList();
    }

    @Override
    public Optional<Membership> membership(ProjectId project, long serial) {
        return Optional.ofNullable(memberships.get(serial)).map(MembershipStorage::copy);
    }

    @Override
    public void saveMembership(Membership membership) {
        memberships.put(membership.serial(), copy(membership));
    }

    @Override
    public void eraseMembership(ProjectId project, long serial) {
        memberships.remove(serial);
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
