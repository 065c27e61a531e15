package io.lintel.crypto;

/** The three functions that a Noise protocol is built on (Noise rev. 34, section 4). Immutable. */
public final class NoiseSuite {
    private final DiffieHellman dh;
    private final Aead aead;
    private final Hash hash;
    private final String name;

    /** Puts three functions together. */
    public NoiseSuite(DiffieHellman dh, Aead aead, Hash hash) {
        this.dh = dh;
        this.aead = aead;
        this.hash = hash;
        this.name = dh.name() + "_" + aead.name() + "_" + hash.name();
    }

    /** The curve. */
    public DiffieHellman dh() {
        return dh;
    }

    /** The cipher. */
    public Aead aead() {
        return aead;
    }

    /** The hash function. */
    public Hash hash() {
        return hash;
    }

    /** The end of a protocol name, such as {@code 25519_AESGCM_SHA256}. */
    public String name() {
        return name;
    }
}
