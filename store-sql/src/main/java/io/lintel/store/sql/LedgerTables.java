package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bookkeeping;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.PostedTransfer;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.RowStatus;
import io.lintel.sdk.ledger.RowType;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.LedgerRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables {@code transfer}, {@code posting}, {@code balance} and {@code book_row}. */
final class LedgerTables implements LedgerRecords {

    private final Sql sql;

    LedgerTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public LedgerState load(Set<Account> accounts, Set<TransferId> transfers) {
        Map<Account, Long> balances = new HashMap<>();
        for (Account account : accounts) {
            sql.first(
                            "SELECT credits FROM balance WHERE owner = ? AND kind = ?",
                            row -> row.number("credits"),
                            account.owner(),
                            account.kind())
                    .ifPresent(credits -> balances.put(account, credits));
        }
        Map<TransferId, PostedTransfer> posted = new HashMap<>();
        for (TransferId id : transfers) {
            sql.first("SELECT digest FROM transfer WHERE transfer_id = ?", row -> row.octets("digest"), id.value())
                    .ifPresent(digest -> posted.put(id, posted(id, digest)));
        }
        return new LedgerState(balances, posted);
    }

    @Override
    public void post(Transfer transfer, PostedTransfer posted, LedgerState after, Instant at) {
        String customer = partition(transfer);
        sql.changeOne(
                "INSERT INTO transfer (transfer_id, distributor_id, customer_id, cause, credits, digest, posted_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                transfer.id().value(),
                transfer.distributor().value(),
                customer,
                transfer.cause(),
                transfer.credits(),
                posted.digest(),
                at);
        Set<Account> touched = new HashSet<>();
        int position = 0;
        for (Posting posting : posted.postings()) {
            sql.changeOne(
                    "INSERT INTO posting (transfer_id, position, customer_id, from_kind, from_owner, to_kind, to_owner,"
                            + " credits) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    transfer.id().value(),
                    position++,
                    customer,
                    posting.from().kind(),
                    posting.from().owner(),
                    posting.to().kind(),
                    posting.to().owner(),
                    posting.credits());
            touched.add(posting.from());
            touched.add(posting.to());
        }
        touched.forEach(account -> setBalance(account, after.balance(account)));
    }

    @Override
    public BookRow append(Transfer transfer, Bookkeeping.Line line, Instant at) {
        long number = 1
                + sql.first(
                                "SELECT COALESCE(MAX(number), 0) AS last FROM book_row WHERE book = ? AND owner = ?",
                                row -> row.number("last"),
                                line.book(),
                                line.owner())
                        .orElse(0L);
        sql.changeOne(
                "INSERT INTO book_row (book, owner, number, customer_id, posted_at, transfer_id, type, amount,"
                        + " description, status, cause, paid_change, trial_change, paid_after, trial_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                line.book(),
                line.owner(),
                number,
                partition(transfer),
                at,
                transfer.id().value(),
                line.type(),
                line.amount(),
                line.description(),
                line.status(),
                transfer.cause(),
                line.change().paid(),
                line.change().trial(),
                line.after().paid(),
                line.after().trial());
        return new BookRow(
                line.book(),
                line.owner(),
                number,
                at,
                transfer.id(),
                line.type(),
                line.amount(),
                line.description(),
                line.status(),
                transfer.cause(),
                line.change(),
                line.after());
    }

    @Override
    public List<BookRow> rows(Book book, String owner, long after, int limit) {
        return sql.list(
                "SELECT * FROM book_row WHERE book = ? AND owner = ? AND number > ? ORDER BY number LIMIT ?",
                LedgerTables::bookRow,
                book,
                owner,
                after,
                limit);
    }

    private void setBalance(Account account, long credits) {
        sql.changeOne(
                "INSERT INTO balance (owner, kind, credits) VALUES (?, ?, ?)"
                        + " ON CONFLICT (owner, kind) DO UPDATE SET credits = excluded.credits",
                account.owner(),
                account.kind(),
                credits);
    }

    private PostedTransfer posted(TransferId id, Bytes digest) {
        List<Posting> postings = sql.list(
                "SELECT * FROM posting WHERE transfer_id = ? ORDER BY position",
                row -> new Posting(
                        account(row, "from_kind", "from_owner"),
                        account(row, "to_kind", "to_owner"),
                        row.number("credits")),
                id.value());
        return new PostedTransfer(id, digest, postings);
    }

    private static Account account(Row row, String kind, String owner) throws SQLException {
        return new Account(row.constant(Account.Kind.class, kind), row.text(owner));
    }

    private static String partition(Transfer transfer) {
        return transfer.customer().orElse(CustomerId.OPERATOR).value();
    }

    private static BookRow bookRow(Row row) throws SQLException {
        return new BookRow(
                row.constant(Book.class, "book"),
                row.text("owner"),
                row.number("number"),
                row.instant("posted_at"),
                new TransferId(row.octets("transfer_id")),
                row.constant(RowType.class, "type"),
                row.number("amount"),
                row.text("description"),
                row.constant(RowStatus.class, "status"),
                row.constant(Cause.class, "cause"),
                new Buckets(row.number("paid_change"), row.number("trial_change")),
                new Buckets(row.number("paid_after"), row.number("trial_after")));
    }
}
