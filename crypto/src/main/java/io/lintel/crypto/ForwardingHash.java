package io.lintel.crypto;

/**
 * A hash that leaves everything to another; override what is to be watched, and hand it to {@link CryptoSuite#withHash}. The forms
 * for few parts come here as the forms for any number of them, so whoever overrides those sees every call.
 */
public class ForwardingHash implements Hash {
    private final Hash real;

    /** Leaves everything to {@code real}. */
    protected ForwardingHash(Hash real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public int size() {
        return real.size();
    }

    @Override
    public Bytes digest(Bytes... parts) {
        return real.digest(parts);
    }

    @Override
    public byte[] hmac(SecretBytes key, byte[]... parts) {
        return real.hmac(key, parts);
    }
}
