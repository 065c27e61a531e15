package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One posted transfer as it stands in its distributor's hash chain ({@code spec/ledger.md} 4): the postings, the rows
 * that the books gained, and the hash of the entry before.
 *
 * @param number 1, 2, 3, ... within the chain
 * @param previous the hash of entry {@code number - 1}; zeros before the first
 * @param at when it was posted, in whole seconds
 * @param terms what the transfer says
 * @param postings the movements, in order
 * @param rows the rows of the books: the distributor's first
 */
public record ChainEntry(
        long number, Bytes previous, Instant at, TransferTerms terms, List<Posting> postings, List<BookRow> rows) {

    private static final String HASH_LABEL = "lintel/1/ledger-entry";

    /** Copies the lists, and checks number, size and time. */
    public ChainEntry {
        postings = List.copyOf(postings);
        rows = List.copyOf(rows);
        if (number < 1
                || previous.size() != ChainHead.HASH_SIZE_BYTES
                || !at.truncatedTo(ChronoUnit.SECONDS).equals(at)) {
            throw new IllegalArgumentException(
                    "an entry has a number from 1, a previous hash of 32 octets and a time in whole seconds");
        }
    }

    /** SHA-256 over everything in the entry, in the order of {@code spec/ledger.md} 4. */
    public Bytes hash() {
        FieldHash hash = FieldHash.labelled(HASH_LABEL)
                .add(previous.toHex())
                .add(number)
                .add(at.getEpochSecond())
                .add(terms.id().toString());
        terms.addTo(hash);
        hash.add(postings.size());
        for (Posting posting : postings) {
            add(hash, posting.from());
            add(hash, posting.to());
            hash.add(posting.credits());
        }
        hash.add(rows.size());
        rows.forEach(row -> add(hash, row));
        return hash.value();
    }

    /** The chain's head once this entry is its newest. */
    public ChainHead head() {
        return new ChainHead(terms.distributor(), number, hash());
    }

    private static void add(FieldHash hash, Account account) {
        hash.add(account.kind().name()).add(account.owner());
    }

    private static void add(FieldHash hash, BookRow row) {
        hash.add(row.book().name())
                .add(row.owner())
                .add(row.number())
                .add(row.type().name())
                .add(row.amount())
                .add(row.description())
                .add(row.status().name())
                .add(row.change().paid())
                .add(row.change().trial())
                .add(row.after().paid())
                .add(row.after().trial());
    }
}
