package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credit.BookViews;
import io.lintel.sdk.credit.Statement;
import io.lintel.sdk.credit.StatementFormat;
import io.lintel.sdk.credit.StatementOutput;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.audit.ChainExport;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Statements for bookkeepers, and hash chains for auditors. Thread-safe; fails like {@link Manager}. */
public final class CreditReports {

    private final Session session;

    CreditReports(Session session) {
        this.session = session;
    }

    /** What a customer's book says of a period, its rows apart. */
    public Statement statement(CustomerId customer, Instant from, Instant until) {
        return BookViews.statement(snapshot(Scope.of(customer), BookId.of(customer), from, until));
    }

    /** What a distributor's book says of a period, its rows apart. */
    public Statement statement(DistributorId distributor, Instant from, Instant until) {
        return BookViews.statement(snapshot(Scope.of(distributor), BookId.of(distributor), from, until));
    }

    /**
     * Writes a customer's statement. It reads page by page, and rows that are posted meanwhile are not in it.
     *
     * @return what was written, its rows apart
     * @throws IOException where {@code out} fails
     */
    public Statement write(CustomerId customer, Instant from, Instant until, StatementFormat format, Appendable out)
            throws IOException {
        return write(Scope.of(customer), BookId.of(customer), from, until, format, out);
    }

    /**
     * Writes a distributor's statement. It reads page by page, and rows that are posted meanwhile are not in it.
     *
     * @return what was written, its rows apart
     * @throws IOException where {@code out} fails
     */
    public Statement write(
            DistributorId distributor, Instant from, Instant until, StatementFormat format, Appendable out)
            throws IOException {
        return write(Scope.of(distributor), BookId.of(distributor), from, until, format, out);
    }

    /** Entries of a distributor's chain by number, after a number. */
    public List<ChainEntry> chain(DistributorId distributor, long after, int limit) {
        return session.page(
                Action.SEE_LEDGER,
                Scope.of(distributor),
                limit,
                unit -> unit.ledger().chain(distributor, after, limit));
    }

    /** The newest entry of a distributor's chain, to be noted by an auditor. */
    public ChainHead head(DistributorId distributor) {
        return session.read(
                Action.SEE_LEDGER, Scope.of(distributor), unit -> unit.ledger().head(distributor));
    }

    /**
     * Writes a distributor's whole chain as JSON lines, page by page ({@code spec/ledger.md} 5):
     * {@link io.lintel.sdk.ledger.audit.LedgerVerifier} checks them without a database.
     *
     * @return the newest entry that was written, which is the chain's head
     * @throws IOException where {@code out} fails
     * @throws ManagerException.StoreFailure with {@link ErrorCode#STORE_NOT_LINTEL} where the database holds another newest entry
     *     than the chain's head says, so that somebody has changed it; everything that it holds is written then
     */
    public ChainHead export(DistributorId distributor, Appendable out) throws IOException {
        ChainHead head = head(distributor);
        ChainHead written = ChainHead.none(distributor);
        // By numbers, not by what was found: entries that are missing must not keep it going for ever.
        for (long after = 0; after < head.number(); after += Manager.MAX_PAGE) {
            int limit = Math.toIntExact(Math.min(Manager.MAX_PAGE, head.number() - after));
            for (ChainEntry entry : chain(distributor, after, limit)) {
                ChainExport.write(entry, out);
                written = entry.head();
            }
        }
        if (!written.equals(head)) {
            throw ManagerException.StoreFailure.unusable(
                    ErrorCode.STORE_NOT_LINTEL,
                    "the chain of distributor " + distributor + " has to end with entry " + head.number()
                            + ", but the database holds another end: something else than Lintel changed it; find out what,"
                            + " and restore a backup",
                    null);
        }
        return head;
    }

    private BookViews.Snapshot snapshot(Scope scope, BookId book, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a statement's period begins before it ends");
        }
        return session.read(Action.SEE_LEDGER, scope, unit -> BookViews.snapshot(unit, book, from, until));
    }

    private Statement write(
            Scope scope, BookId book, Instant from, Instant until, StatementFormat format, Appendable out)
            throws IOException {
        BookViews.Snapshot snapshot = snapshot(scope, book, from, until);
        BookFilter filter = BookFilter.between(from, until);
        Statement statement = BookViews.statement(snapshot);
        StatementOutput.write(
                statement,
                format,
                after -> session.page(
                        Action.SEE_LEDGER,
                        scope,
                        Manager.MAX_PAGE,
                        unit -> unit.ledger().rows(book, filter, after, Manager.MAX_PAGE).stream()
                                .filter(row -> row.number() <= snapshot.lastRow())
                                .toList()),
                out);
        return statement;
    }
}
