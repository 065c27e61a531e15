package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/** The secret of one tap and what is expanded and sealed with it, sections 4.5, 4.6, 5.1 and 5.4. */
public record TapLines(Bytes secret) {

    private Bytes key(String use) {
        return Plain.expand(secret, Plain.label("lintel/1/" + use), 32);
    }

    public Bytes tapKey() {
        return key("tap");
    }

    public Bytes answerKey() {
        return key("answer");
    }

    public Bytes toPhoneKey() {
        return key("to-phone");
    }

    public Bytes toReaderKey() {
        return key("to-reader");
    }

    public Bytes resumption() {
        return key("resumption");
    }

    public Bytes rangingKey() {
        return key("ranging");
    }

    public Bytes answer(Bytes content) {
        return sealed(answerKey(), 0, 9, content);
    }

    public Bytes sendCredential() {
        return sealed(toPhoneKey(), 0, 7, Bytes.EMPTY);
    }

    public Bytes credential(Bytes padded) {
        return sealed(toReaderKey(), 0, 8, padded);
    }

    public Bytes traffic(Bytes directionKey, long counter, Bytes content) {
        return sealed(directionKey, counter, 11, content);
    }

    private static Bytes sealed(Bytes key, long counter, int kind, Bytes content) {
        return Bytes.concat(Bytes.of(kind), Plain.seal(key, counter, Bytes.of(kind), content));
    }
}
