package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;

/** One direction of a tap's encrypted session: a key and the counter that is its nonce (spec/protocol.md 5.4). */
public final class SealedDirection implements AutoCloseable {
    /** Messages per direction; far more than any use of a door, far fewer than the AEAD allows. */
    static final long MAX_MESSAGES = 4096;

    private final CryptoSuite suite;
    private final SecretBytes key;
    private long next;

    public SealedDirection(CryptoSuite suite, SecretBytes key) {
        this.suite = suite;
        this.key = key;
    }

    public Bytes seal(MessageKind kind, Bytes content) {
        return Sealed.seal(suite, key, take(), kind, content);
    }

    public Bytes open(MessageKind kind, Bytes message) {
        return Sealed.open(suite, key, take(), kind, message);
    }

    private long take() {
        MalformedException.unless(next < MAX_MESSAGES, "too many messages in one session");
        return next++;
    }

    @Override
    public void close() {
        key.close();
    }
}
