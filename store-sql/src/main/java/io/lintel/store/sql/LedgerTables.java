package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.LedgerHeads;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.PostedTransfer;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.LedgerRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables {@code transfer}, {@code posting}, {@code book_row}, {@code balance} and {@code chain_head}. */
final class LedgerTables implements LedgerRecords {

    private final Sql sql;
    private final ChargeQueries charges;
    private final BookQueries books;

    LedgerTables(Sql sql) {
        this.sql = sql;
        charges = new ChargeQueries(sql);
        books = new BookQueries(sql);
    }

    @Override
    public Map<Account, Long> balances(Set<Account> accounts) {
        Map<Account, Long> balances = new HashMap<>();
        for (Account account : accounts) {
            sql.first(
                            "SELECT credits FROM balance WHERE owner = ? AND kind = ?",
                            row -> row.number("credits"),
                            account.owner(),
                            account.kind())
                    .ifPresent(credits -> balances.put(account, credits));
        }
        return balances;
    }

    @Override
    public LedgerState load(List<Transfer> transfers) {
        Set<Account> accounts = new HashSet<>();
        Map<TransferId, PostedTransfer> posted = new HashMap<>();
        Map<TransferId, Charge> known = new HashMap<>();
        for (Transfer transfer : transfers) {
            accounts.addAll(transfer.accounts());
            charges.posted(transfer.id()).ifPresent(first -> posted.put(transfer.id(), first));
            if (transfer instanceof ChargeFollowUp followUp) {
                TransferId charge = followUp.charge().id();
                charges.charge(charge).ifPresent(found -> known.put(charge, found));
            }
        }
        return new LedgerState(balances(accounts), posted, known);
    }

    @Override
    public LedgerHeads heads(DistributorId distributor, Set<BookId> wanted) {
        Map<BookId, Long> lastRows = new HashMap<>();
        wanted.forEach(book -> books.lastNumber(book).ifPresent(number -> lastRows.put(book, number)));
        return new LedgerHeads(head(distributor), lastRows);
    }

    @Override
    public void append(ChainEntry entry, Map<Account, Long> after) {
        String customer = entry.terms().customer().orElse(CustomerId.OPERATOR).value();
        addTransfer(entry, customer);
        Set<Account> touched = new HashSet<>();
        int position = 0;
        for (Posting posting : entry.postings()) {
            addPosting(entry, customer, position++, posting);
            touched.add(posting.from());
            touched.add(posting.to());
        }
        entry.rows().forEach(row -> addRow(entry, customer, row));
        touched.forEach(account -> setBalance(account, after.getOrDefault(account, 0L)));
        setHead(entry.head());
    }

    @Override
    public Optional<Charge> charge(CustomerId customer, long serial) {
        return charges.newest(customer, serial);
    }

    @Override
    public List<BookRow> rows(BookId book, BookFilter filter, long after, int limit) {
        return books.rows(book, filter, after, limit);
    }

    @Override
    public long count(BookId book, BookFilter filter, long through) {
        return books.count(book, filter, through);
    }

    @Override
    public Buckets sumBefore(BookId book, Instant moment) {
        return books.sumBefore(book, moment);
    }

    @Override
    public List<ChainEntry> chain(DistributorId distributor, long after, int limit) {
        return new ChainQueries(sql).entries(distributor, after, limit);
    }

    @Override
    public ChainHead head(DistributorId distributor) {
        return sql.first(
                        "SELECT number, hash FROM chain_head WHERE distributor_id = ?",
                        row -> new ChainHead(distributor, row.number("number"), row.octets("hash")),
                        distributor.value())
                .orElse(ChainHead.none(distributor));
    }

    private void addTransfer(ChainEntry entry, String customer) {
        sql.changeOne(
                "INSERT INTO transfer (distributor_id, number, customer_id, transfer_id, digest, cause, credits,"
                        + " consumption_order, serial, access_number, charge_id, posted_at, previous)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.terms().distributor().value(),
                entry.number(),
                customer,
                entry.terms().id().value(),
                entry.terms().digest(),
                entry.terms().cause(),
                entry.terms().credits(),
                entry.terms().order(),
                entry.terms().key().map(key -> key.serial()),
                entry.terms().key().map(key -> key.accessNumber()),
                entry.terms().charge().map(TransferId::value),
                entry.at(),
                entry.previous());
    }

    private void addPosting(ChainEntry entry, String customer, int position, Posting posting) {
        sql.changeOne(
                "INSERT INTO posting (distributor_id, transfer_number, position, customer_id, from_kind, from_owner,"
                        + " to_kind, to_owner, credits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.terms().distributor().value(),
                entry.number(),
                position,
                customer,
                posting.from().kind(),
                posting.from().owner(),
                posting.to().kind(),
                posting.to().owner(),
                posting.credits());
    }

    private void addRow(ChainEntry entry, String customer, BookRow row) {
        sql.changeOne(
                "INSERT INTO book_row (distributor_id, transfer_number, book, owner, number, customer_id, posted_at, type,"
                        + " amount, description, status, paid_change, trial_change, paid_after, trial_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.terms().distributor().value(),
                entry.number(),
                row.book(),
                row.owner(),
                row.number(),
                customer,
                row.at(),
                row.type(),
                row.amount(),
                row.description(),
                row.status(),
                row.change().paid(),
                row.change().trial(),
                row.after().paid(),
                row.after().trial());
    }

    private void setBalance(Account account, long credits) {
        sql.changeOne(
                "INSERT INTO balance (owner, kind, customer_id, credits) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (owner, kind) DO UPDATE SET credits = excluded.credits",
                account.owner(),
                account.kind(),
                account.isDistributors() ? CustomerId.OPERATOR.value() : account.owner(),
                credits);
    }

    private void setHead(ChainHead head) {
        Bytes hash = head.hash();
        sql.changeOne(
                "INSERT INTO chain_head (distributor_id, customer_id, number, hash) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (distributor_id) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                head.distributor().value(),
                CustomerId.OPERATOR.value(),
                head.number(),
                hash);
    }
}
