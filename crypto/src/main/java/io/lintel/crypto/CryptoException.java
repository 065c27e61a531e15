package io.lintel.crypto;

/**
 * The one failure of every cryptographic check: a key that is not on its curve, a tag that does not match, a shared
 * secret of zeros.
 *
 * <p>All instances are alike on purpose: whoever could tell one failure from another would have an oracle
 * (spec/protocol.md 6). There is no cause and no stack trace, so that a flood of forgeries stays cheap. It never
 * changes anything but the state of the object that threw it, and trying again with the same input fails again.
 */
public final class CryptoException extends CryptoFailure {
    /** The stable code of this failure. */
    public static final String CODE = "crypto.failed";

    private static final long serialVersionUID = 1L;

    /** Creates the failure. */
    public CryptoException() {
        super(CODE, "a cryptographic check failed");
    }
}
