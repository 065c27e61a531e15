/**
 * The credit ledger. {@link io.lintel.sdk.ledger.Ledger} decides, a pure function; {@link
 * io.lintel.sdk.ledger.Bookkeeping} writes what was decided into the distributor's and the customer's book; {@link
 * io.lintel.sdk.ledger.BookRow} is what both list.
 */
@NullMarked
package io.lintel.sdk.ledger;

import org.jspecify.annotations.NullMarked;
