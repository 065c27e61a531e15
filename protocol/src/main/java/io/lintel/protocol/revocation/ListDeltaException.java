package io.lintel.protocol.revocation;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/** A delta that cannot be used. It changes nothing; ask for the whole list instead. No stack trace is recorded. */
public final class ListDeltaException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why a delta cannot be used. */
    public enum Code {
        /** The octets are not the one encoding of a delta, or a field is out of bounds. */
        MALFORMED("delta.malformed"),
        /** It applies to another list than the one at hand. */
        OTHER_BASE("delta.other-base"),
        /** What it gives is not the list that it promises. */
        WRONG_RESULT("delta.wrong-result");

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

    ListDeltaException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** Returns why the delta cannot be used. */
    public Code code() {
        return code;
    }

    @Override
    public String errorCode() {
        return code.id();
    }
}
