/**
 * The ledger against a naive model. {@link io.lintel.sdk.ledger.model.LedgerTrial} does the same commands with both and
 * compares after each; {@link io.lintel.sdk.ledger.model.WrongLedgersTest} shows that ledgers with a fault do not get through.
 */
@NullMarked
package io.lintel.sdk.ledger.model;

import org.jspecify.annotations.NullMarked;
