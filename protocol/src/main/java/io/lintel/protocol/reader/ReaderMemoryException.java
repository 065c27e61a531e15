package io.lintel.protocol.reader;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/** A reader's memory failed: it cannot be read, or a write is not durable. The message says which and what to do. */
public final class ReaderMemoryException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Stable codes. */
    public enum Code {
        /** It cannot be read or written. */
        UNAVAILABLE("reader-memory.unavailable"),
        /** The notes are not what was written: damaged, cut, or of another program. */
        CORRUPT("reader-memory.corrupt"),
        /** What it holds is of a newer format than this version knows. */
        UNKNOWN_FORMAT("reader-memory.unknown-format"),
        /** The reader has given all the receipts that can be numbered; it needs new keys. */
        EXHAUSTED("reader-memory.exhausted");

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

    public ReaderMemoryException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ReaderMemoryException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Returns the stable code. */
    public Code code() {
        return code;
    }

    @Override
    public String errorCode() {
        return code.id();
    }

    /** A write whose last flush failed may be found at the next start; it holds a verified list, or notes that rise. */
    @Override
    public boolean mayHaveTakenEffect() {
        return code == Code.UNAVAILABLE;
    }
}
