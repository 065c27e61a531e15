package io.lintel.crypto;

/**
 * A cipher that leaves everything to another; override what is to be watched, and hand it to {@link CryptoSuite#withAead}.
 */
public class ForwardingAead implements Aead {
    private final Aead real;

    /** Leaves everything to {@code real}. */
    protected ForwardingAead(Aead real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
        return real.seal(key, nonce, associatedData, plaintext);
    }

    @Override
    public byte[] open(SecretBytes key, long nonce, Bytes associatedData, byte[] ciphertext, int offset, int length) {
        return real.open(key, nonce, associatedData, ciphertext, offset, length);
    }
}
