package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/**
 * One link's handshake and its messages, spec/link.md 1.
 *
 * @param curve the suite's key agreement
 * @param prologue {@code "lintel/1/link" 00} and the hello's first 14 octets
 * @param noise the handshake at its end
 * @param hello the reader's first message
 * @param welcome the manager's first message
 */
public record LinkLines(Curve curve, Bytes prologue, NoiseLines noise, Bytes hello, Bytes welcome) {

    /** What one side brings to a link. */
    public record End(Bytes staticPrivate, Bytes ephemeralPrivate) {}

    /** Makes both messages of a handshake. */
    public static LinkLines of(Curve curve, Bytes project, int readerNumber, End reader, End manager) {
        Bytes header = Bytes.concat(
                Bytes.of(0x15, curve.suite()),
                project,
                Bytes.of(readerNumber >>> 24, readerNumber >> 16 & 255, readerNumber >> 8 & 255, readerNumber & 255));
        Bytes prologue = Bytes.concat(Plain.label("lintel/1/link"), header);
        Bytes readerKey = curve.publicKey(reader.staticPrivate());
        Bytes managerKey = curve.publicKey(manager.staticPrivate());
        Bytes readerEphemeral = curve.publicKey(reader.ephemeralPrivate());
        Bytes managerEphemeral = curve.publicKey(manager.ephemeralPrivate());

        NoiseLines noise = NoiseLines.begin(curve.noiseName().replace("KXpsk0", "KK"))
                .mixHash(prologue)
                .mixHash(readerKey)
                .mixHash(managerKey)
                .mixHash(readerEphemeral)
                .mixKey(curve.agree(reader.ephemeralPrivate(), managerKey))
                .mixKey(curve.agree(reader.staticPrivate(), managerKey));
        Bytes first = noise.seal(Bytes.EMPTY);
        noise = noise.mixHash(first)
                .mixHash(managerEphemeral)
                .mixKey(curve.agree(reader.ephemeralPrivate(), managerEphemeral))
                .mixKey(curve.agree(reader.staticPrivate(), managerEphemeral));
        Bytes second = noise.seal(Bytes.EMPTY);
        return new LinkLines(
                curve,
                prologue,
                noise.mixHash(second),
                Bytes.concat(header, readerEphemeral, first),
                Bytes.concat(Bytes.of(0x16), managerEphemeral, second));
    }

    /** Returns the key of what the reader says. */
    public Bytes toManagerKey() {
        return Plain.hmac(split(), Bytes.of(1));
    }

    /** Returns the key of what the manager says. */
    public Bytes toReaderKey() {
        return Plain.hmac(split(), toManagerKey(), Bytes.of(2));
    }

    private Bytes split() {
        return Plain.hmac(noise.ck(), Bytes.EMPTY);
    }

    /** Returns what is inside a message, the counter-th under its key. */
    public static Bytes open(Bytes key, long counter, Bytes message) {
        return Plain.open(key, counter, Bytes.EMPTY, message.slice(1, message.size()));
    }

    /** Returns the message with a content. */
    public static Bytes message(Bytes key, long counter, Bytes content) {
        return Bytes.concat(Bytes.of(0x17), Plain.seal(key, counter, Bytes.EMPTY, content));
    }
}
