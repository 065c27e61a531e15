package io.lintel.store.sql;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferTerms;
import io.lintel.sdk.model.CustomerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Writes one chain entry: five statements, whatever it holds. */
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
    }

    private void insertPostings() {
        List<Object> values = new ArrayList<>();
        int position = 0;
        for (Posting posting : entry.postings()) {
            Collections.addAll(
                    values,
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
        insert(
                "INSERT INTO posting (distributor_id, transfer_number, position, customer_id, from_kind, from_owner,"
                        + " to_kind, to_owner, credits) VALUES ",
                entry.postings().size(),
                "",
                values);
    }

    private void insertRows() {
        List<Object> values = new ArrayList<>();
        for (BookRow row : entry.rows()) {
            Collections.addAll(
                    values,
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
        }
        insert(
                "INSERT INTO book_row (distributor_id, transfer_number, book, owner, number, customer_id, posted_at, type,"
                        + " amount, description, status, paid_change, trial_change, paid_after, trial_after) VALUES ",
                entry.rows().size(),
                "",
                values);
    }

    /** In the accounts' order, so that two transactions never wait for each other in a circle. */
    private void setBalances(Map<Account, Long> after) {
        Set<Account> touched = new TreeSet<>(Comparator.comparing(Account::owner)
                .thenComparing(Account::kind));
        for (Posting posting : entry.postings()) {
            touched.add(posting.from());
            touched.add(posting.to());
        }
        List<Object> values = new ArrayList<>();
        for (Account account : touched) {
            Collections.addAll(
                    values,
                    account.owner(),
                    account.kind(),
                    account.isDistributors() ? CustomerId.OPERATOR.value() : account.owner(),
                    Optional.ofNullable(after.get(account)).orElse(0L));
        }
        insert(
                "INSERT INTO balance (owner, kind, customer_id, credits) VALUES ",
                touched.size(),
                " ON CONFLICT (owner, kind) DO UPDATE SET credits = excluded.credits",
                values);
    }

    private void setHead(ChainHead head) {
        insert(
                "INSERT INTO chain_head (distributor_id, customer_id, number, hash) VALUES ",
                1,
                " ON CONFLICT (distributor_id) DO UPDATE SET number = excluded.number, hash = excluded.hash",
                List.of(distributor, CustomerId.OPERATOR.value(), head.number(), head.hash()));
    }

    private void insert(String insertion, int rows, String end, List<Object> values) {
        if (rows == 0) {
            return;
        }
        String row = "(" + String.join(", ", Collections.nCopies(values.size() / rows, "?")) + ")";
        int changed = sql.change(insertion + String.join(", ", Collections.nCopies(rows, row)) + end, values.toArray());
        if (changed != rows) {
            throw new IllegalStateException("an insertion of " + rows + " rows made " + changed);
        }
    }
}
