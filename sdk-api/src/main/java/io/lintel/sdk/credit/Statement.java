package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.Buckets;
import java.time.Instant;

/**
 * What a book says of a period: the balance before it, what happened, the balance at its end.
 *
 * @param book whose book
 * @param from the first moment
 * @param until the first moment that is too late
 * @param opening the balance of all rows dated before the period
 * @param closing the opening balance and what the period's rows change
 * @param rows how many rows the period has
 */
public record Statement(BookId book, Instant from, Instant until, Buckets opening, Buckets closing, long rows) {}
