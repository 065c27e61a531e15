package io.lintel.store.sql;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.PostedTransfer;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferTerms;
import io.lintel.sdk.model.CustomerId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes one chain entry. */
final class EntryInsertion {

    private final Sql sql;
    private final ChainEntry entry;
    private final TransferTerms terms;
    private final String distributor;
    private final String customer;

    EntryInsertion(Sql sql, ChainEntry entry) {
        this.sql = sql;
        this.entry = entry;
        terms = entry.terms();
        distributor = terms.distributor().value();
        customer = terms.customer().orElse(CustomerId.OPERATOR).value();
    }

    void insert(Map<Account, Long> after) {
        insertTransfer();
        insertPostings();
        insertRows();
        setBalances(after);
        setHead(entry.head());
    }

    private void insertTransfer() {
        sql.changeOne(
                "INSERT INTO transfer (distributor_id, number, customer_id, transfer_id, digest, cause, credits,"
                        + " consumption_order, serial, access_number, charge_id, posted_at, previous)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                distributor,
                entry.number(),
                customer,
                terms.id().value(),
                terms.digest(),
                terms.cause(),
                terms.credits(),
                terms.order(),
                terms.key().map(ChargedKey::serial),
                terms.key().map(ChargedKey::accessNumber),
                terms.charge().map(TransferId::value),
                entry.at(),
                entry.previous());
        sql.made(ChargeQueries.fact(terms.id()), new PostedTransfer(terms.id(), terms.digest(), entry.postings()));
    }

    private void insertPostings() {
        int position = 0;
        for (Posting posting : entry.postings()) {
            sql.changeOne(
                    "INSERT INTO posting (distributor_id, transfer_number, position, customer_id, from_kind, from_owner,"
                            + " to_kind, to_owner, credits) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    distributor,
                    entry.number(),
                    position++,
                    customer,
                    posting.from().kind(),
                    posting.from().owner(),
                    posting.to().kind(),
                    posting.to().owner(),
                    posting.credits());
        }
    }

    private void insertRows() {
        for (BookRow row : entry.rows()) {
            sql.changeOne(
                    "INSERT INTO book_row (distributor_id, transfer_number, book, owner, number, customer_id, posted_at,"
                            + " type, amount, description, status, paid_change, trial_change, paid_after, trial_after)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    distributor,
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
            sql.made(BookQueries.lastNumberFact(new BookId(row.book(), row.owner())), row.number());
        }
    }

    private void setBalances(Map<Account, Long> after) {
        Set<Account> touched = new HashSet<>();
        for (Posting posting : entry.postings()) {
            touched.add(posting.from());
            touched.add(posting.to());
        }
        for (Account account : touched) {
            long credits = after.getOrDefault(account, 0L);
            sql.set(
                    LedgerTables.balance(account),
                    credits,
                    "INSERT INTO balance (owner, kind, customer_id, credits) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (owner, kind) DO UPDATE SET credits = excluded.credits",
                    account.owner(),
                    account.kind(),
                    account.isDistributors() ? CustomerId.OPERATOR.value() : account.owner(),
                    credits);
        }
    }

    private void setHead(ChainHead head) {
        sql.set(
                LedgerTables.headFact(terms.distributor()),
                head,
                "INSERT INTO chain_head (distributor_id, customer_id, number, hash) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (distributor_id) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                distributor,
                CustomerId.OPERATOR.value(),
                head.number(),
                head.hash());
    }
}
