package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;

/** Statements as if somebody had verified them: a fuzzer signs nothing, and what comes behind a signature is to be reached. */
public final class Unverified {
    private Unverified() {}

    /**
     * Returns a revocation list.
     *
     * @throws StatementException where it is none
     */
    public static Signed<RevocationList> list(Bytes signed) {
        return new Signed<>(StatementForm.decode(StatementKinds.REVOCATION_LIST, signed), signed);
    }
}
