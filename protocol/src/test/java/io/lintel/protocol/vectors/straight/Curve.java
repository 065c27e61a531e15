package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;

/** Key agreement of one suite, on encoded keys. */
public sealed interface Curve permits Curve25519, CurveP256 {
    /** Returns the suite's number. */
    int suite();

    /** Returns Noise's name of the protocol, for the first hash. */
    String noiseName();

    /** Returns the octets of a public key. */
    int keySize();

    Bytes publicKey(Bytes privateKey);

    /** Returns the 32 octets that both sides share. */
    Bytes agree(Bytes privateKey, Bytes publicKey);

    /** Returns whether a signature of 64 octets is right. */
    boolean verify(Bytes publicKey, Bytes message, Bytes signature);

    static Curve ofSuite(int suite) {
        return switch (suite) {
            case 1 -> new Curve25519();
            case 2 -> new CurveP256();
            default -> throw new IllegalArgumentException("no suite " + suite);
        };
    }
}
