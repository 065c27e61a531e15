package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/**
 * One cold message, sections 4.3 and 4.4.
 *
 * @param shared what the three key agreements give, in their order
 * @param holderKey the phone's static key
 * @param payload the payload in clear
 * @param payloadKey the key that seals the payload
 * @param noise the handshake at its end
 * @param message the whole cold message
 */
public record ColdLines(
        Shared shared, Bytes holderKey, Bytes payload, Bytes payloadKey, NoiseLines noise, Bytes message) {
    private static final int KIND_AND_GATE = 9;
    private static final int TAG = 16;

    /** The results of the key agreements: ephemeral-ephemeral, reader's static, phone's static. */
    public record Shared(Bytes ee, Bytes se, Bytes es) {}

    /** What a phone brings to a cold message; {@code holderKey} is what it claims. */
    public record Phone(Bytes ephemeralPrivate, Bytes holderPrivate, Bytes holderKey) {}

    /** Makes a cold message, as a phone does. */
    public static ColdLines write(OpenerLines opener, Bytes readerKey, Phone phone, Bytes payload) {
        Curve curve = opener.curve();
        Bytes ephemeral = curve.publicKey(phone.ephemeralPrivate());
        Shared shared = new Shared(
                curve.agree(phone.ephemeralPrivate(), opener.readerEphemeral()),
                curve.agree(phone.ephemeralPrivate(), readerKey),
                curve.agree(phone.holderPrivate(), opener.readerEphemeral()));
        NoiseLines noise = opener.noise()
                .mixHash(ephemeral)
                .mixKey(ephemeral)
                .mixKey(shared.ee())
                .mixKey(shared.se());
        Bytes sealedKey = noise.seal(phone.holderKey());
        noise = noise.mixHash(sealedKey).mixKey(shared.es());
        Bytes payloadKey = noise.k();
        Bytes sealedPayload = noise.seal(payload);
        noise = noise.mixHash(sealedPayload);
        Bytes message = message(opener, Bytes.concat(ephemeral, sealedKey, sealedPayload));
        return new ColdLines(shared, phone.holderKey(), payload, payloadKey, noise, message);
    }

    /** Reads a cold message, as a reader does; {@link IllegalArgumentException} where anything is not authentic. */
    public static ColdLines read(OpenerLines opener, Bytes ephemeralPrivate, Bytes staticPrivate, Bytes message) {
        Curve curve = opener.curve();
        int size = curve.keySize();
        int keyAt = KIND_AND_GATE + size;
        int payloadAt = keyAt + size + TAG;
        Bytes ephemeral = message.slice(KIND_AND_GATE, keyAt);
        if (!message(opener, message.slice(KIND_AND_GATE, message.size())).equals(message)) {
            throw new IllegalArgumentException("wrong gate");
        }
        Bytes ee = curve.agree(ephemeralPrivate, ephemeral);
        Bytes se = curve.agree(staticPrivate, ephemeral);
        NoiseLines noise =
                opener.noise().mixHash(ephemeral).mixKey(ephemeral).mixKey(ee).mixKey(se);
        Bytes sealedKey = message.slice(keyAt, payloadAt);
        Bytes holderKey = noise.open(sealedKey);
        Bytes es = curve.agree(ephemeralPrivate, holderKey);
        noise = noise.mixHash(sealedKey).mixKey(es);
        Bytes sealedPayload = message.slice(payloadAt, message.size());
        Bytes payload = noise.open(sealedPayload);
        Bytes payloadKey = noise.k();
        return new ColdLines(
                new Shared(ee, se, es), holderKey, payload, payloadKey, noise.mixHash(sealedPayload), message);
    }

    /** Returns kind, gate and Noise message: the gate is right whatever the rest says. */
    public static Bytes message(OpenerLines opener, Bytes noiseMessage) {
        Bytes ephemeral = noiseMessage.slice(0, opener.curve().keySize());
        Bytes gate = Plain.hmac(opener.gateKey(), opener.message(), ephemeral).slice(0, 8);
        return Bytes.concat(Bytes.of(4), gate, noiseMessage);
    }

    /** Returns the payload that refers to a credential, section 4.4. */
    public static Bytes reference(Bytes intent, Bytes credential) {
        return Bytes.concat(Bytes.of(1), intent, Plain.sha256(credential).slice(0, 20));
    }

    /** Returns the payload with the whole credential, section 4.4. */
    public static Bytes whole(Bytes intent, Bytes credential) {
        return Bytes.concat(Bytes.of(2), intent, padded(credential, 160));
    }

    /** Returns a length octet, the content and zeros, section 3. */
    public static Bytes padded(Bytes content, int size) {
        byte[] zeros = new byte[size - content.size()];
        return Bytes.concat(Bytes.of(content.size()), content, Bytes.copyOf(zeros));
    }

    public TapLines tap() {
        return new TapLines(Plain.expand(noise.ck(), Bytes.concat(Plain.label("lintel/1/cold"), noise.h()), 32));
    }
}
