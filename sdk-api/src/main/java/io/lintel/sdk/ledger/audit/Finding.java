package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.audit.Verification.Fault;

/** Ends a verification at the first fault. Never leaves this package. */
final class Finding extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Finding(Fault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    Verification.Broken at(long line) {
        return new Verification.Broken(line, fault, String.valueOf(getMessage()));
    }
}
