package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;

/**
 * Names one book.
 *
 * @param book whose view
 * @param owner the distributor's or customer's id
 */
public record BookId(Book book, String owner) {

    /** A customer's book. */
    public static BookId of(CustomerId customer) {
        return new BookId(Book.CUSTOMER, customer.value());
    }

    /** A distributor's book. */
    public static BookId of(DistributorId distributor) {
        return new BookId(Book.DISTRIBUTOR, distributor.value());
    }
}
