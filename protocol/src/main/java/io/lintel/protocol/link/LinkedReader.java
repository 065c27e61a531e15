package io.lintel.protocol.link;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPublicKey;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.statement.Receipt.ListInForce;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A reader that has a manager: what its connections have in common. Open one {@link ReaderLink} after the other, never two at
 * a time; a transfer that a broken connection left unfinished goes on with the next.
 *
 * <p>Used by one thread at a time, except that events may enter the spool from any.
 */
public final class LinkedReader {
    private final Reader reader;
    private final CryptoSuite suite;
    private final EventSpool spool;
    private final ConfigurationKeeper keeper;
    private final String software;
    private final Map<Parcel.Kind, Transfer> transfers = new EnumMap<>(Parcel.Kind.class);
    private volatile Ends ends;

    /** Who is at the two ends of a connection. */
    record Ends(ReaderIdentity reader, DhPublicKey manager) {}

    /**
     * Links a reader.
     *
     * @param reader which enforces the lists that come, and makes the receipts that go
     * @param identity the same reader's keys and certificate
     * @param suite the primitives of the project's suite
     * @param manager the manager's static key, which the reader's configuration names
     * @param spool where the reader's events wait
     * @param keeper where configurations go
     * @param software see {@link ReaderReport#software()}
     */
    public LinkedReader(
            Reader reader,
            ReaderIdentity identity,
            CryptoSuite suite,
            DhPublicKey manager,
            EventSpool spool,
            ConfigurationKeeper keeper,
            String software) {
        this.reader = reader;
        this.ends = new Ends(identity, manager);
        this.suite = suite;
        this.spool = spool;
        this.keeper = keeper;
        this.software = software;
        report();
    }

    /**
     * Goes by what another configuration says of the two ends, from the next connection on. Safe from any thread.
     *
     * @param identity the same reader's keys and its newest certificate
     * @param manager the manager's static key, or empty where it is no other
     */
    public void meet(ReaderIdentity identity, Optional<DhPublicKey> manager) {
        ends = new Ends(identity, manager.orElse(ends.manager()));
    }

    /** Opens a session for a connection that has just come about; its {@link ReaderLink#hello()} goes first. */
    public ReaderLink open(Instant now) {
        return new ReaderLink(this, now);
    }

    Reader reader() {
        return reader;
    }

    Ends ends() {
        return ends;
    }

    CryptoSuite suite() {
        return suite;
    }

    EventSpool spool() {
        return spool;
    }

    ConfigurationKeeper keeper() {
        return keeper;
    }

    ReaderReport report() {
        Optional<ListInForce> list = reader.listInForce().map(ListInForce::of);
        return new ReaderReport(list, reader.revision(), Math.min(Parcel.MAX_NUMBER, keeper.revision()), software);
    }

    /** Returns the transfer of a parcel: the one that was broken off, or another in place of it. */
    Transfer transfer(Parcel parcel) {
        Transfer known = transfers.get(parcel.kind());
        if (known == null || !known.parcel().equals(parcel)) {
            drop(parcel.kind());
            known = new Transfer(parcel);
            transfers.put(parcel.kind(), known);
        }
        return known;
    }

    /** Returns the transfer of a kind that is under way. */
    Optional<Transfer> transfer(Parcel.Kind kind) {
        return Optional.ofNullable(transfers.get(kind));
    }

    void drop(Parcel.Kind kind) {
        Transfer gone = transfers.remove(kind);
        if (gone != null) {
            gone.close();
        }
    }
}
