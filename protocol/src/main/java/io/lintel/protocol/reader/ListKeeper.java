package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.time.Instant;
import java.util.Optional;

/** What couriers have to do with in their reader: its list, and its word on it. */
interface ListKeeper {
    /** Returns the list in force. */
    Optional<Signed<RevocationList>> inForce();

    /** Returns whether a list of that epoch would be put in force. */
    boolean welcomes(long listEpoch);

    /**
     * Verifies a head as the list that it names would be; costs a signature.
     *
     * @throws io.lintel.protocol.statement.StatementException if it is malformed, not authentic, or for other readers
     */
    Signed<ListHead> verifyHead(Bytes signed, Instant now);

    /** As {@link Reader#install}. */
    boolean install(Bytes signedList, Instant now);

    /** As {@link Reader#receipt}. */
    Optional<Signed<Receipt>> receipt(Instant now);
}
