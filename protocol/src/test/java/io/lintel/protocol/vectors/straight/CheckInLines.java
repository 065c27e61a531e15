package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/**
 * One check-in, section 13.
 *
 * @param curve the suite's key agreement
 * @param phone what the phone brought
 * @param noise the handshake after the request
 * @param request the whole request
 */
public record CheckInLines(Curve curve, Phone phone, NoiseLines noise, Bytes request) {

    /** What a phone brings to a check-in. */
    public record Phone(Bytes ephemeralPrivate, Bytes holderPrivate) {}

    /** Makes the request with a content in so many blocks, as a phone does. */
    public static CheckInLines write(Curve curve, Bytes managerKey, Phone phone, Bytes content, int blocks) {
        Bytes padded = ActivationLines.padded(content);
        Bytes payload = Bytes.concat(padded, Bytes.copyOf(new byte[256 * blocks - padded.size()]));
        return sealed(curve, managerKey, phone, curve.publicKey(phone.holderPrivate()), payload);
    }

    /** Makes a request with a static key and a payload of the caller's choice. */
    public static CheckInLines sealed(Curve curve, Bytes managerKey, Phone phone, Bytes staticKey, Bytes payload) {
        Bytes ephemeral = curve.publicKey(phone.ephemeralPrivate());
        NoiseLines begun = NoiseLines.begin(curve.noiseName().replace("KXpsk0", "IK"))
                .mixHash(prologue(curve))
                .mixHash(managerKey)
                .mixHash(ephemeral)
                .mixKey(curve.agree(phone.ephemeralPrivate(), managerKey));
        Bytes sealedStatic = begun.seal(staticKey);
        NoiseLines known = begun.mixHash(sealedStatic).mixKey(curve.agree(phone.holderPrivate(), managerKey));
        Bytes sealedPayload = known.seal(payload);
        Bytes request = Bytes.concat(Bytes.of(0x13, curve.suite()), ephemeral, sealedStatic, sealedPayload);
        return new CheckInLines(curve, phone, known.mixHash(sealedPayload), request);
    }

    /** Makes the response with a content, as a manager does. */
    public Bytes response(Bytes managerEphemeralPrivate, Bytes content) {
        return sealedResponse(managerEphemeralPrivate, ActivationLines.padded(content));
    }

    /** Makes the response with a payload of the caller's choice. */
    public Bytes sealedResponse(Bytes managerEphemeralPrivate, Bytes payload) {
        Bytes ephemeral = curve.publicKey(managerEphemeralPrivate);
        NoiseLines after = noise.mixHash(ephemeral)
                .mixKey(curve.agree(managerEphemeralPrivate, curve.publicKey(phone.ephemeralPrivate())))
                .mixKey(curve.agree(managerEphemeralPrivate, curve.publicKey(phone.holderPrivate())));
        return Bytes.concat(Bytes.of(0x14), ephemeral, after.seal(payload));
    }

    public static Bytes prologue(Curve curve) {
        return Bytes.concat(Plain.label("lintel/1/check-in"), Bytes.of(curve.suite()));
    }
}
