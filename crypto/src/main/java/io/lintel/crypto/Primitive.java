package io.lintel.crypto;

/** An operation whose provider is chosen apart from the others. */
public enum Primitive {
    /** Key agreement of {@link Suite#X25519}. */
    X25519("x25519"),
    /** Key agreement of {@link Suite#P256}. */
    ECDH_P256("ecdh-p256"),
    /** Signatures of {@link Suite#X25519}. */
    ED25519("ed25519"),
    /** Signatures of {@link Suite#P256}. */
    ECDSA_P256("ecdsa-p256"),
    /** Authenticated encryption of both suites. */
    AES_GCM("aes-gcm"),
    /** SHA-256 and its HMAC, of both suites. */
    SHA256("sha-256");

    private final String label;

    Primitive(String label) {
        this.label = label;
    }

    /** The name in properties and in print. */
    public String label() {
        return label;
    }
}
