package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/**
 * One activation, section 12.
 *
 * @param curve the suite's key agreement
 * @param managerKey the manager's static public key
 * @param noise the handshake after the request
 * @param proof the proof of possession
 * @param payload the request's payload in clear
 * @param request the whole request
 */
public record ActivationLines(
        Curve curve, Bytes managerKey, NoiseLines noise, Bytes proof, Bytes payload, Bytes request) {

    /** What a phone brings to an activation. */
    public record Phone(Bytes ephemeralPrivate, Bytes holderPrivate, Bytes requestId, String code) {}

    /** Makes a request, as a phone does. */
    public static ActivationLines write(Curve curve, Bytes managerKey, Phone phone) {
        Bytes holderKey = curve.publicKey(phone.holderPrivate());
        Bytes code = Bytes.utf8(phone.code());
        Bytes proof = Plain.hmac(
                proofKey(curve, managerKey, phone),
                prologue(curve),
                managerKey,
                curve.publicKey(phone.ephemeralPrivate()),
                phone.requestId(),
                code,
                holderKey);
        Bytes payload = Bytes.concat(
                FieldLines.octets(1, phone.requestId()),
                FieldLines.octets(2, code),
                FieldLines.octets(3, holderKey),
                FieldLines.octets(4, proof));
        return write(curve, managerKey, phone, proof, payload);
    }

    /** Makes a request with a payload of the caller's choice. */
    public static ActivationLines write(Curve curve, Bytes managerKey, Phone phone, Bytes proof, Bytes payload) {
        Bytes ephemeral = curve.publicKey(phone.ephemeralPrivate());
        NoiseLines noise = NoiseLines.begin(curve.noiseName().replace("KXpsk0", "NK"))
                .mixHash(prologue(curve))
                .mixHash(managerKey)
                .mixHash(ephemeral)
                .mixKey(curve.agree(phone.ephemeralPrivate(), managerKey));
        Bytes sealed = noise.seal(payload);
        Bytes request = Bytes.concat(Bytes.of(0x10, curve.suite()), ephemeral, sealed);
        return new ActivationLines(curve, managerKey, noise.mixHash(sealed), proof, payload, request);
    }

    /** Makes the response with a content, as a manager does. */
    public Bytes response(Bytes managerEphemeralPrivate, Bytes phoneEphemeral, Bytes content) {
        return sealedResponse(managerEphemeralPrivate, phoneEphemeral, padded(content));
    }

    /** Makes the response with a payload of the caller's choice. */
    public Bytes sealedResponse(Bytes managerEphemeralPrivate, Bytes phoneEphemeral, Bytes responsePayload) {
        Bytes ephemeral = curve.publicKey(managerEphemeralPrivate);
        NoiseLines after = noise.mixHash(ephemeral).mixKey(curve.agree(managerEphemeralPrivate, phoneEphemeral));
        return Bytes.concat(Bytes.of(0x11), ephemeral, after.seal(responsePayload));
    }

    /** Returns length, content, and zeros up to a multiple of 256. */
    public static Bytes padded(Bytes content) {
        int size = (2 + content.size() + 255) / 256 * 256;
        Bytes zeros = Bytes.copyOf(new byte[size - 2 - content.size()]);
        return Bytes.concat(Bytes.of(content.size() >> 8, content.size() & 255), content, zeros);
    }

    public static Bytes prologue(Curve curve) {
        return Bytes.concat(Plain.label("lintel/1/activation"), Bytes.of(curve.suite()));
    }

    public static Bytes proofKey(Curve curve, Bytes managerKey, Phone phone) {
        Bytes prk = Plain.hmac(Bytes.copyOf(new byte[32]), curve.agree(phone.holderPrivate(), managerKey));
        return Plain.expand(prk, Bytes.utf8("lintel/1/activation/proof"), 32);
    }
}
