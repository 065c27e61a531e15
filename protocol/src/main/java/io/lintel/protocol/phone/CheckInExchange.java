package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.PhoneCheckIn;

/**
 * One check-in under way: the owner carries {@link #request()} to the manager and what comes back to {@link
 * Memberships#receive}, and closes this. For one thread at a time.
 */
public final class CheckInExchange implements AutoCloseable {
    private final Membership membership;
    private final CheckInRequest said;
    private final PhoneCheckIn session;
    private final DhKeyPair holder;
    private final DhKeyPair ephemeral;

    private CheckInExchange(
            Membership membership, CheckInRequest said, PhoneCheckIn session, DhKeyPair holder, DhKeyPair ephemeral) {
        this.membership = membership;
        this.said = said;
        this.session = session;
        this.holder = holder;
        this.ephemeral = ephemeral;
    }

    /** Begins an exchange, which owns both key pairs. */
    static CheckInExchange begin(
            CryptoSuite suite, Membership membership, CheckInRequest said, DhKeyPair holder, DhKeyPair ephemeral) {
        DhPublicKey managerKey = suite.dhPublicKey(membership.manager().managerKey());
        PhoneCheckIn session = PhoneCheckIn.start(suite, managerKey, holder, said, ephemeral);
        return new CheckInExchange(membership, said, session, holder, ephemeral);
    }

    /** Returns where the request goes. */
    public ManagerContact manager() {
        return membership.manager();
    }

    /** Returns the request; it may be sent any number of times. */
    public Bytes request() {
        return session.request();
    }

    Membership membership() {
        return membership;
    }

    CheckInRequest said() {
        return said;
    }

    PhoneCheckIn session() {
        return session;
    }

    /** Destroys what is left of the exchange. What was fixed stays fixed, for the next attempt. */
    @Override
    public void close() {
        session.close();
        ephemeral.close();
        holder.close();
    }
}
