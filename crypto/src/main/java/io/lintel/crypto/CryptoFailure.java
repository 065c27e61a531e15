package io.lintel.crypto;

/**
 * A failure of this module, as opposed to an outcome such as a signature that is not right. Every kind has a stable
 * code and a message without secrets; none has changed anything but the object that threw it.
 */
public abstract sealed class CryptoFailure extends RuntimeException permits CryptoException, UnusableProviderException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** For failures that a peer can cause as often as it likes: records no stack trace. */
    CryptoFailure(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Returns the stable code, such as {@code crypto.failed}. */
    public final String code() {
        return code;
    }
}
