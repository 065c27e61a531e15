package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/**
 * One opener, sections 4.1 and 4.2.
 *
 * @param curve the suite's key agreement
 * @param prologue {@code "lintel/1/tap" 00 transport 00 header}
 * @param prk HKDF-Extract(nonce, project key)
 * @param noise the handshake after the opener
 * @param payload nine octets in clear
 * @param message the whole opener
 */
public record OpenerLines(
        Curve curve, Bytes prologue, Bytes prk, NoiseLines noise, Bytes sealingKey, Bytes payload, Bytes message) {
    private static final int HEADER = 29;

    /** What the reader knows and draws before it sends an opener. */
    public record Inputs(
            Curve curve, String transport, Bytes projectKey, Bytes readerKey, Bytes header, Bytes ephemeral) {
        Bytes prologue() {
            return Bytes.concat(Bytes.utf8("lintel/1/tap"), Bytes.of(0), Bytes.utf8(transport), Bytes.of(0), header);
        }

        Bytes prk() {
            return Plain.hmac(header.slice(13, HEADER), projectKey);
        }
    }

    /** Returns the 29 octets in clear. */
    public static Bytes header(int suite, int keyEpoch, Bytes project, Bytes readerKey, Bytes nonce) {
        return Bytes.concat(
                Bytes.of(1, 1, suite, keyEpoch >> 8, keyEpoch & 255),
                project.slice(0, 4),
                Plain.sha256(readerKey).slice(0, 4),
                nonce);
    }

    /** Makes an opener, as a reader does. */
    public static OpenerLines write(Inputs inputs, Bytes payload) {
        NoiseLines noise = keyed(inputs);
        Bytes sealed = noise.seal(payload);
        return after(inputs, noise, payload, sealed);
    }

    /** Reads an opener, as a phone does that tries a reader's key. */
    public static OpenerLines read(Inputs inputs, Bytes opener) {
        NoiseLines noise = keyed(inputs);
        Bytes sealed = opener.slice(HEADER + inputs.curve().keySize(), opener.size());
        return after(inputs, noise, noise.open(sealed), sealed);
    }

    private static NoiseLines keyed(Inputs inputs) {
        Bytes psk = Plain.expand(inputs.prk(), Plain.label("lintel/1/psk"), 32);
        return NoiseLines.begin(inputs.curve().noiseName())
                .mixHash(inputs.prologue())
                .mixHash(inputs.readerKey())
                .mixKeyAndHash(psk)
                .mixHash(inputs.ephemeral())
                .mixKey(inputs.ephemeral());
    }

    private static OpenerLines after(Inputs inputs, NoiseLines noise, Bytes payload, Bytes sealed) {
        return new OpenerLines(
                inputs.curve(),
                inputs.prologue(),
                inputs.prk(),
                noise.mixHash(sealed),
                noise.k(),
                payload,
                Bytes.concat(inputs.header(), inputs.ephemeral(), sealed));
    }

    public Bytes psk() {
        return Plain.expand(prk, Plain.label("lintel/1/psk"), 32);
    }

    public Bytes gateKey() {
        return Plain.expand(prk, Plain.label("lintel/1/gate"), 32);
    }

    public Bytes certificateKey() {
        return Plain.expand(prk, Plain.label("lintel/1/certificate"), 32);
    }

    /** Returns what binds a fast tap to this opener, section 5.3. */
    public Bytes openerHash() {
        Bytes context = prologue.slice(0, prologue.size() - HEADER);
        return Plain.sha256(context, message);
    }

    /** Returns the certificate message that answers {@code who}, section 4.1. */
    public Bytes certificateMessage(Bytes padded) {
        return Bytes.concat(Bytes.of(3), Plain.seal(certificateKey(), 0, Bytes.of(3), padded));
    }

    Bytes readerEphemeral() {
        return message.slice(HEADER, HEADER + curve.keySize());
    }
}
