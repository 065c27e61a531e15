package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;

/**
 * The channel after both sides hold a {@link TapSecret} (spec/protocol.md 5.4). Keys are expanded when first used, so a
 * tap that only opens a door never pays for them.
 */
public final class EncryptedSession implements AutoCloseable {
    private final CryptoSuite suite;
    private final TapSecret secret;
    private final TapSecret.Use sends;
    private final TapSecret.Use receives;
    private @org.jspecify.annotations.Nullable SealedDirection outbound;
    private @org.jspecify.annotations.Nullable SealedDirection inbound;

    private EncryptedSession(CryptoSuite suite, TapSecret secret, TapSecret.Use sends, TapSecret.Use receives) {
        this.suite = suite;
        this.secret = secret;
        this.sends = sends;
        this.receives = receives;
    }

    public static EncryptedSession ofReader(CryptoSuite suite, TapSecret secret) {
        return new EncryptedSession(suite, secret, TapSecret.Use.TO_PHONE, TapSecret.Use.TO_READER);
    }

    public static EncryptedSession ofPhone(CryptoSuite suite, TapSecret secret) {
        return new EncryptedSession(suite, secret, TapSecret.Use.TO_READER, TapSecret.Use.TO_PHONE);
    }

    public Bytes seal(MessageKind kind, Bytes content) {
        SealedDirection direction = outbound;
        if (direction == null) {
            direction = new SealedDirection(suite, secret.key(sends));
            outbound = direction;
        }
        return direction.seal(kind, content);
    }

    public Bytes open(MessageKind kind, Bytes message) {
        SealedDirection direction = inbound;
        if (direction == null) {
            direction = new SealedDirection(suite, secret.key(receives));
            inbound = direction;
        }
        return direction.open(kind, message);
    }

    /** Opens and reads a message of traffic; one of a length that traffic has not is malformed, whatever is in it. */
    public Traffic openTraffic(Bytes message) {
        MalformedException.unless(
                message.size() >= Lengths.LEAST_TRAFFIC && message.size() <= Lengths.MOST_TRAFFIC, "traffic size");
        return Traffic.decode(open(MessageKind.TRAFFIC, message));
    }

    /** Returns {@code kind || AEAD} of an answer, under its own key. */
    public Bytes sealAnswer(Answer answer) {
        try (SecretBytes key = secret.key(TapSecret.Use.ANSWER)) {
            return Sealed.seal(suite, key, MessageKind.ANSWER, answer.encode());
        }
    }

    /** Opens an answer; fails with the one cryptographic error. */
    public Answer openAnswer(Bytes message) {
        MalformedException.unless(message.size() == Lengths.ANSWER, "answer size");
        try (SecretBytes key = secret.key(TapSecret.Use.ANSWER)) {
            return Answer.decode(Sealed.open(suite, key, MessageKind.ANSWER, message));
        }
    }

    /** Returns the first ratchet secret of a cold tap; the caller owns it. */
    public SecretBytes resumption() {
        return secret.key(TapSecret.Use.RESUMPTION);
    }

    /** Returns the key for secure ranging; the caller owns it. */
    public SecretBytes rangingKey() {
        return secret.key(TapSecret.Use.RANGING);
    }

    @Override
    public void close() {
        secret.close();
        if (outbound != null) {
            outbound.close();
        }
        if (inbound != null) {
            inbound.close();
        }
    }
}
