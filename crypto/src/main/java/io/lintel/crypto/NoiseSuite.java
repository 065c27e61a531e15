package io.lintel.crypto;

/**
 * The three functions that a Noise protocol is built on (Noise rev. 34, section 4).
 *
 * @param dh the curve
 * @param aead the cipher
 * @param hash the hash function
 */
public record NoiseSuite(DiffieHellman dh, Aead aead, Hash hash) {
    /** The end of a protocol name, such as {@code 25519_AESGCM_SHA256}. */
    public String name() {
        return dh.name() + "_" + aead.name() + "_" + hash.name();
    }
}
