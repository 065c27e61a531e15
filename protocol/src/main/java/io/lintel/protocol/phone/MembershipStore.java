package io.lintel.protocol.phone;

import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * The port to the phone's storage of {@link Membership}s. Kept outside backups: numbers must not go back. Every write is
 * durable before the method returns and whole or not at all; every failure is a {@link WalletStoreException}. Thread-safe.
 *
 * <p>A store keeps copies of the secrets that it is given and returns copies: whoever holds one destroys it after use.
 */
public interface MembershipStore {
    /** Returns every membership that can be read, in no order. */
    List<Membership> memberships();

    /** Returns the membership of a credential. */
    Optional<Membership> membership(ProjectId project, long serial);

    /** Adds a membership, in place of one with the same project and serial. */
    void saveMembership(Membership membership);

    /** Erases a membership, if it is there. */
    void eraseMembership(ProjectId project, long serial);
}
