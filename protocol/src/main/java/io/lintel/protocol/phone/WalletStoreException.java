package io.lintel.protocol.phone;

import io.lintel.protocol.ProtocolException;
import java.io.Serial;

/** The phone's storage failed: it could not be read, or a write is not durable. The message says which and what to do. */
public final class WalletStoreException extends ProtocolException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Stable codes. */
    public enum Code {
        /** The files cannot be read or written. */
        UNAVAILABLE("wallet-store.unavailable"),
        /** A file is not what was written: damaged, cut, or of another program. */
        CORRUPT("wallet-store.corrupt"),
        /** The files are of a newer format than this version knows. */
        UNKNOWN_FORMAT("wallet-store.unknown-format");

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

    public WalletStoreException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public WalletStoreException(Code code, String message, Throwable cause) {
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

    /** A write whose last flush failed may be found when the store is read again; it costs an attempt, never its secrecy. */
    @Override
    public boolean mayHaveTakenEffect() {
        return code == Code.UNAVAILABLE;
    }
}
