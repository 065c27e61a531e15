package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.audit.BookRules.Shown;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import io.lintel.sdk.model.CustomerId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Books that say what the postings say, with every row that belongs there, numbered without a gap. */
final class BookCheck {

    private final MovementCheck balances;
    private final Map<BookId, Long> numbers = new HashMap<>();

    BookCheck(MovementCheck balances) {
        this.balances = balances;
    }

    void check(ChainEntry entry) throws Finding {
        Set<Book> seen = EnumSet.noneOf(Book.class);
        for (BookRow row : entry.rows()) {
            if (!seen.add(row.book())) {
                throw disagrees(entry, row.book(), "has two rows");
            }
            check(entry, row);
        }
        Cause cause = entry.terms().cause();
        for (Book book : Book.values()) {
            if (BookRules.mustShow(book, cause) && !seen.contains(book)) {
                throw disagrees(entry, book, "has no row");
            }
        }
    }

    private void check(ChainEntry entry, BookRow row) throws Finding {
        Shown shown = BookRules.shown(row.book(), entry.terms().cause())
                .orElseThrow(() -> disagrees(entry, row.book(), "has a row that does not belong there"));
        String owner = row.book() == Book.DISTRIBUTOR
                ? entry.terms().distributor().value()
                : entry.terms().customer().map(CustomerId::value).orElse("");
        BookId book = new BookId(row.book(), owner);
        long expected = numbers.merge(book, 1L, Long::sum);
        if (!row.owner().equals(owner) || row.number() != expected) {
            throw disagrees(entry, row.book(), "has row " + row.number() + " where row " + expected + " is due");
        }
        if (row.type() != shown.type()
                || row.status() != shown.status()
                || row.amount() != shown.sign() * entry.terms().credits()) {
            throw disagrees(entry, row.book(), "shows type, amount or status of another movement");
        }
        Buckets change =
                new Buckets(change(entry, paid(row)), row.book() == Book.CUSTOMER ? change(entry, trial(row)) : 0);
        Buckets after = new Buckets(
                balances.balance(paid(row)), row.book() == Book.CUSTOMER ? balances.balance(trial(row)) : 0);
        if (!row.change().equals(change) || !row.after().equals(after)) {
            throw disagrees(
                    entry,
                    row.book(),
                    "shows a balance of " + row.after().paid() + " + "
                            + row.after().trial() + " where the postings give " + after.paid() + " + " + after.trial());
        }
    }

    private static long change(ChainEntry entry, Account account) {
        long change = 0;
        for (Posting posting : entry.postings()) {
            change += posting.to().equals(account) ? posting.credits() : 0;
            change -= posting.from().equals(account) ? posting.credits() : 0;
        }
        return change;
    }

    private static Account paid(BookRow row) {
        return new Account(row.book() == Book.DISTRIBUTOR ? Account.Kind.DISTRIBUTOR : Account.Kind.PAID, row.owner());
    }

    private static Account trial(BookRow row) {
        return new Account(Account.Kind.TRIAL, row.owner());
    }

    private static Finding disagrees(ChainEntry entry, Book book, String what) {
        return new Finding(
                Fault.BOOK_DISAGREES,
                ChainCheck.name(entry) + ": the " + (book == Book.DISTRIBUTOR ? "distributor's" : "customer's")
                        + " book " + what);
    }
}
