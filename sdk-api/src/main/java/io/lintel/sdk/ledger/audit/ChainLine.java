package io.lintel.sdk.ledger.audit;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.RowStatus;
import io.lintel.sdk.ledger.RowType;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferTerms;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry as its line of JSON has it: the fields of {@code spec/ledger.md} 5, in its order. */
record ChainLine(
        String distributor,
        long number,
        Bytes previous,
        Instant at,
        Bytes transfer,
        Cause cause,
        @Nullable String customer,
        long credits,
        @Nullable ConsumptionOrder order,
        @Nullable Long serial,
        @Nullable Long accessNumber,
        @Nullable Bytes charge,
        List<Movement> postings,
        List<Row> rows,
        Bytes hash) {

    /** Refuses a line that lacks a field. */
    ChainLine {
        present(distributor, "distributor");
        present(previous, "previous");
        present(at, "at");
        present(transfer, "transfer");
        present(cause, "cause");
        present(postings, "postings");
        present(rows, "rows");
        present(hash, "hash");
        postings.forEach(posting -> present(posting, "a posting"));
        rows.forEach(row -> present(row, "a row"));
    }

    private static void present(@Nullable Object value, String field) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    /** One posting. */
    record Movement(Account.Kind fromKind, String fromOwner, Account.Kind toKind, String toOwner, long credits) {

        /** Refuses a posting that lacks a field. */
        Movement {
            present(fromKind, "fromKind");
            present(fromOwner, "fromOwner");
            present(toKind, "toKind");
            present(toOwner, "toOwner");
        }

        static Movement of(Posting posting) {
            return new Movement(
                    posting.from().kind(),
                    posting.from().owner(),
                    posting.to().kind(),
                    posting.to().owner(),
                    posting.credits());
        }

        Posting posting() {
            return new Posting(new Account(fromKind, fromOwner), new Account(toKind, toOwner), credits);
        }
    }

    /** One row of a book. */
    record Row(
            Book book,
            String owner,
            long number,
            RowType type,
            long amount,
            String description,
            RowStatus status,
            long paidChange,
            long trialChange,
            long paidAfter,
            long trialAfter) {

        /** Refuses a row that lacks a field. */
        Row {
            present(book, "book");
            present(owner, "owner");
            present(type, "type");
            present(description, "description");
            present(status, "status");
        }

        static Row of(BookRow row) {
            return new Row(
                    row.book(),
                    row.owner(),
                    row.number(),
                    row.type(),
                    row.amount(),
                    row.description(),
                    row.status(),
                    row.change().paid(),
                    row.change().trial(),
                    row.after().paid(),
                    row.after().trial());
        }

        BookRow row(ChainLine line) {
            return new BookRow(
                    book,
                    owner,
                    number,
                    line.at,
                    new TransferId(line.transfer),
                    type,
                    amount,
                    description,
                    status,
                    line.cause,
                    new Buckets(paidChange, trialChange),
                    new Buckets(paidAfter, trialAfter));
        }
    }

    static ChainLine of(ChainEntry entry) {
        TransferTerms terms = entry.terms();
        return new ChainLine(
                terms.distributor().value(),
                entry.number(),
                entry.previous(),
                entry.at(),
                terms.id().value(),
                terms.cause(),
                terms.customer().map(CustomerId::value).orElse(null),
                terms.credits(),
                terms.order().orElse(null),
                terms.key().map(ChargedKey::serial).orElse(null),
                terms.key().map(ChargedKey::accessNumber).orElse(null),
                terms.charge().map(TransferId::value).orElse(null),
                entry.postings().stream().map(Movement::of).toList(),
                entry.rows().stream().map(Row::of).toList(),
                entry.hash());
    }

    /** The entry; a value that no entry has is an {@link IllegalArgumentException}. */
    ChainEntry entry() {
        if ((serial == null) != (accessNumber == null)) {
            throw new IllegalArgumentException("serial and access number come together or not at all");
        }
        Optional<ChargedKey> key = serial == null || accessNumber == null
                ? Optional.empty()
                : Optional.of(new ChargedKey(serial, accessNumber));
        TransferTerms terms = new TransferTerms(
                new TransferId(transfer),
                cause,
                new DistributorId(distributor),
                Optional.ofNullable(customer).map(CustomerId::new),
                credits,
                Optional.ofNullable(order),
                key,
                Optional.ofNullable(charge).map(TransferId::new));
        return new ChainEntry(
                number,
                previous,
                at,
                terms,
                postings.stream().map(Movement::posting).toList(),
                rows.stream().map(row -> row.row(this)).toList());
    }
}
