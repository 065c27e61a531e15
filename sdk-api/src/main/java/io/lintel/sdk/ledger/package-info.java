/**
 * The credit ledger. {@link io.lintel.sdk.ledger.Ledger} decides, a pure function on {@link io.lintel.sdk.ledger.Transfer}s; {@link
 * io.lintel.sdk.ledger.Bookkeeping} says what was decided in the words of the distributor's and the customer's book; {@link
 * io.lintel.sdk.ledger.ChainEntry} is the immutable whole of it, linked to the entry before ({@code spec/ledger.md}).
 *
 * <p>A {@link io.lintel.sdk.ledger.Charge} is what one credential cost, and what became of that.
 */
@NullMarked
package io.lintel.sdk.ledger;

import org.jspecify.annotations.NullMarked;
