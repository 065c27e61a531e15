package io.lintel.protocol.phone;

/** The phone's storage failed: it could not be read, or a write is not durable. The message says which and what to do. */
public final class WalletStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Stable codes. */
    public enum Code {
        /** The files cannot be read or written. */
        UNAVAILABLE,
        /** A file is not what was written: damaged, cut, or of another program. */
        CORRUPT,
        /** The files are of a newer format than this version knows. */
        UNKNOWN_FORMAT
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
}
