package io.lintel.store.sql;

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
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.LedgerRecords;
import java.time.Instant;
import java.util.Collections;
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

    LedgerTables(Sql sql, Expected expected) {
        this.sql = sql;
        charges = new ChargeQueries(sql, expected);
        books = new BookQueries(sql);
    }

    @Override
    public Map<Account, Long> balances(Set<Account> accounts) {
        learn(accounts.stream().filter(account -> !sql.knows(balance(account))).toList());
        Map<Account, Long> balances = new HashMap<>();
        for (Account account : accounts) {
            sql.known(balance(account)).ifPresent(credits -> balances.put(account, credits));
        }
        return balances;
    }

    /** One statement for all accounts: an owner has at most five. */
    private void learn(List<Account> accounts) {
        List<String> owners =
                accounts.stream().map(Account::owner).distinct().sorted().toList();
        if (owners.isEmpty()) {
            return;
        }
        Map<Account, Long> found = new HashMap<>();
        sql.listSent(
                "SELECT owner, kind, credits FROM balance WHERE owner IN ("
                        + String.join(", ", Collections.nCopies(owners.size(), "?")) + ")",
                row -> found.put(
                        new Account(row.constant(Account.Kind.class, "kind"), row.text("owner")),
                        row.number("credits")),
                owners.toArray());
        accounts.forEach(account -> sql.recall(balance(account), () -> Optional.ofNullable(found.get(account))));
    }

    static Fact<Long> balance(Account account) {
        return Fact.of(Long.class, "balance", account);
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
        new EntryInsertion(sql, entry).insert(after);
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
        return sql.find(
                        headFact(distributor),
                        "SELECT number, hash FROM chain_head WHERE distributor_id = ?",
                        row -> new ChainHead(distributor, row.number("number"), row.octets("hash")),
                        distributor.value())
                .orElse(ChainHead.none(distributor));
    }

    static Fact<ChainHead> headFact(DistributorId distributor) {
        return Fact.of(ChainHead.class, "chain_head", distributor);
    }
}
