package io.lintel.benchmarks.floor;

/**
 * One call of a primitive, as far as its cost goes.
 *
 * @param primitive what is called
 * @param associated octets of associated data, where the primitive takes any
 * @param octets octets of the message
 */
public record Call(Primitive primitive, int associated, int octets) {

    /** What a tap is made of. */
    public enum Primitive {
        /** A key pair for agreement, the quickest way that {@code crypto} has: by the provider's generator, or out of fresh octets. */
        KEY_PAIR,
        /** A public key for agreement, made out of its octets on the wire. */
        POINT,
        /** A key pair as the provider draws it, quicker or not. Of models alone. */
        OWN_KEY_PAIR,
        /** A public key made out of octets that no root has to be found for. Of peers alone: ours are compressed. */
        WHOLE_POINT,
        /** One key agreement. */
        AGREEMENT,
        /** One signature made. Of peers alone: no tap signs. */
        SIGNATURE,
        /** One signature checked. */
        VERIFICATION,
        /** One SHA-256. */
        HASH,
        /** One HMAC-SHA256 under a key of its own, in an array of its own, as a key is. */
        HMAC,
        /** One HMAC-SHA256 that nobody keeps, written in place: a hint is its beginning, or it is only an input to the next one. */
        HMAC_IN_PLACE,
        /** One AES-256-GCM ciphertext made under a key of its own. */
        SEAL,
        /** One AES-256-GCM ciphertext opened under a key of its own. */
        OPEN
    }

    /** Returns a call that takes no message. */
    public static Call of(Primitive primitive) {
        return new Call(primitive, 0, 0);
    }

    /** Returns a call that takes a message. */
    public static Call of(Primitive primitive, int octets) {
        return new Call(primitive, 0, octets);
    }
}
