/**
 * What an auditor needs, without a database: {@link io.lintel.sdk.ledger.audit.LedgerVerifier} checks exported chains from
 * their rows alone, {@link io.lintel.sdk.ledger.audit.ChainExport} writes them ({@code spec/ledger.md} 5).
 */
@NullMarked
package io.lintel.sdk.ledger.audit;

import org.jspecify.annotations.NullMarked;
