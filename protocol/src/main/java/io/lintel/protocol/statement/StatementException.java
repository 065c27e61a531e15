package io.lintel.protocol.statement;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/**
 * A statement that must not be believed. It changes nothing, and asking again with the same octets fails again.
 *
 * <p>The message names the kind of statement and, where the octets are malformed, the rule that they break. It holds
 * nothing from inside the statement. No stack trace is recorded, because a peer can cause this as often as it likes.
 */
public final class StatementException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why a statement must not be believed. */
    public enum Code {
        /** The octets are not the canonical encoding of a statement of that kind, or a field is out of bounds. */
        MALFORMED("statement.malformed"),
        /**
         * The statement is not this project's: another project, suite or root, an issuing epoch that is unknown, below
         * the minimum or expired, or a wrong signature. Which of them is not told.
         */
        NOT_AUTHENTIC("statement.not-authentic");

        private final String id;

        Code(String id) {
            this.id = id;
        }

        /** Returns the stable name of this code. */
        public String id() {
            return id;
        }
    }

    private final Code code;

    private StatementException(Code code, String message) {
        super(message);
        this.code = code;
    }

    static StatementException malformed(String kind, String rule) {
        return new StatementException(Code.MALFORMED, "malformed " + kind + ": " + rule);
    }

    static StatementException notAuthentic(String kind) {
        return new StatementException(
                Code.NOT_AUTHENTIC, "this " + kind + " was not signed by a key that the project trusts for it");
    }

    /** Returns why the statement must not be believed. */
    public Code code() {
        return code;
    }

    @Override
    public String errorCode() {
        return code.id();
    }
}
