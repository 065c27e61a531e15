package io.lintel.crypto;

import java.util.Optional;

/** Whoever may implement a primitive. */
public enum CryptoProvider {
    /** Bouncy Castle's own API, always there. */
    BOUNCY_CASTLE("bc"),
    /** What comes with the Java runtime. */
    JDK("jdk"),
    /** Conscrypt, BoringSSL for Java and Android; used where it is on the class path or installed. */
    CONSCRYPT("conscrypt"),
    /** Amazon Corretto Crypto Provider, AWS-LC for Java; used where it is on the class path or installed. */
    ACCP("accp");

    private final String label;

    CryptoProvider(String label) {
        this.label = label;
    }

    /** The name in properties and in print. */
    public String label() {
        return label;
    }

    /** Returns the provider with that label, or nothing. */
    public static Optional<CryptoProvider> ofLabel(String label) {
        for (CryptoProvider provider : values()) {
            if (provider.label.equals(label)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }
}
