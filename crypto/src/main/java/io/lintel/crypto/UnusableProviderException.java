package io.lintel.crypto;

/**
 * Says that a provider that was asked for cannot serve a primitive: it is absent, lacks the primitive, or failed the
 * known answers. Only another class path or another property helps.
 */
public final class UnusableProviderException extends CryptoFailure {
    /** The stable code of this failure. */
    public static final String CODE = "crypto.provider-unusable";

    private static final long serialVersionUID = 1L;

    private final CryptoProvider provider;
    private final String reason;

    UnusableProviderException(CryptoProvider provider, String reason) {
        super(CODE, provider.label() + " cannot be used: " + reason);
        this.provider = provider;
        this.reason = reason;
    }

    /** Returns the same failure with the property that caused it and what to do about it. */
    UnusableProviderException causedBy(String property) {
        return new UnusableProviderException(
                provider,
                reason + ". The system property " + property
                        + " asks for it; set that to another of bc, jdk, conscrypt, accp, or put it on the class path");
    }

    /** Which provider. */
    public CryptoProvider provider() {
        return provider;
    }

    /** Why it cannot be used, a sentence part for people. */
    String reason() {
        return reason;
    }
}
