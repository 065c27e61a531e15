package io.lintel.protocol.testing;

import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.MembershipStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;

/** One process's view of its memberships: each write may be the last thing that it does, or the thing that it no longer does. */
public record KilledMembershipStore(MembershipStore real, Death death) implements MembershipStore {

    @Override
    public List<Membership> memberships() {
        return real.memberships();
    }

    @Override
    public Optional<Membership> membership(ProjectId project, long serial) {
        return real.membership(project, serial);
    }

    @Override
    public void saveMembership(Membership membership) {
        death.around(() -> real.saveMembership(membership));
    }

    @Override
    public void eraseMembership(ProjectId project, long serial) {
        death.around(() -> real.eraseMembership(project, serial));
    }
}
