package io.lintel.crypto;

import java.util.Optional;

/**
 * A set of algorithms that a project fixes for all its readers and phones; nothing is negotiated (spec/protocol.md 2.2).
 *
 * <p>Both use AES-256-GCM and SHA-256; they differ in the curve, and so in where a phone can keep its key.
 */
public enum Suite {
    /** X25519 and Ed25519, for phones that keep their key in software. */
    X25519(1, "25519_AESGCM_SHA256", 32, 32),

    /** ECDH and ECDSA on P-256, for phones that keep their key in secure hardware. */
    P256(2, "P256_AESGCM_SHA256", 33, 33);

    private final int id;
    private final String noiseName;
    private final int dhKeySize;
    private final int signingKeySize;

    Suite(int id, String noiseName, int dhKeySize, int signingKeySize) {
        this.id = id;
        this.noiseName = noiseName;
        this.dhKeySize = dhKeySize;
        this.signingKeySize = signingKeySize;
    }

    /** The number that stands for this suite on the wire. */
    public int id() {
        return id;
    }

    /** The end of a Noise protocol name: curve, cipher and hash (Noise rev. 34, section 8). */
    public String noiseName() {
        return noiseName;
    }

    /** The size of an encoded Diffie-Hellman public key in octets. */
    public int dhKeySize() {
        return dhKeySize;
    }

    /** The size of an encoded public key for signatures in octets. */
    public int signingKeySize() {
        return signingKeySize;
    }

    /** Returns the suite with that number on the wire, or nothing. */
    public static Optional<Suite> ofId(int id) {
        return switch (id) {
            case 1 -> Optional.of(X25519);
            case 2 -> Optional.of(P256);
            default -> Optional.empty();
        };
    }
}
