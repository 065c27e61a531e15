package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import java.util.List;

/** The first octet of every tap message (spec/protocol.md 3). */
public enum MessageKind {
    OPENER(0x01),
    WHO(0x02),
    CERTIFICATE(0x03),
    COLD(0x04),
    FAST(0x05),
    USE_COLD(0x06),
    SEND_CREDENTIAL(0x07),
    CREDENTIAL(0x08),
    ANSWER(0x09),
    REFUSED(0x0A),
    TRAFFIC(0x0B);

    private static final List<MessageKind> KINDS = List.of(values());

    @SuppressWarnings("ImmutableEnumChecker") // Bytes is immutable
    private final Bytes octet;

    MessageKind(int code) {
        this.octet = Bytes.of(code);
    }

    /** Returns the kind as one octet: a whole message for the kinds without a body, and the AEAD's associated data. */
    public Bytes octet() {
        return octet;
    }

    /** Returns the kind of a message. */
    public static MessageKind of(Bytes message) {
        MalformedException.unless(!message.isEmpty(), "empty message");
        int code = message.unsigned(0);
        MalformedException.unless(code >= 1 && code <= KINDS.size(), "unknown message kind");
        return KINDS.get(code - 1);
    }
}
