package io.lintel.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Keys in the forms that every JCA provider reads, SubjectPublicKeyInfo and PKCS #8 (RFC 5280, RFC 5958, RFC 8410, RFC
 * 5915). All sizes are fixed, so each is a constant prefix with the raw key behind it.
 */
final class KeyEncodings {
    private static final Bytes X25519_PUBLIC = Bytes.ofHex("302a300506032b656e032100");
    private static final Bytes X25519_PRIVATE = Bytes.ofHex("302e020100300506032b656e04220420");
    private static final Bytes ED25519_PUBLIC = Bytes.ofHex("302a300506032b6570032100");
    private static final Bytes ED25519_PRIVATE = Bytes.ofHex("302e020100300506032b657004220420");
    private static final Bytes P256_PUBLIC = Bytes.ofHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
    private static final Bytes P256_PRIVATE =
            Bytes.ofHex("3041020100301306072a8648ce3d020106082a8648ce3d030107042730250201010420");

    private KeyEncodings() {}

    static byte[] x25519Public(Bytes raw) {
        return prefixed(X25519_PUBLIC, raw.octets());
    }

    static byte[] x25519Private(byte[] raw) {
        return prefixed(X25519_PRIVATE, raw);
    }

    static byte[] ed25519Public(Bytes raw) {
        return prefixed(ED25519_PUBLIC, raw.octets());
    }

    static byte[] ed25519Private(byte[] raw) {
        return prefixed(ED25519_PRIVATE, raw);
    }

    static byte[] p256Public(ECPoint point) {
        return prefixed(P256_PUBLIC, point.getEncoded(false));
    }

    static byte[] p256Private(byte[] raw) {
        return prefixed(P256_PRIVATE, raw);
    }

    /** Returns what {@link #x25519Public} was given, or empty if {@code encoded} has another form. */
    static Optional<byte[]> x25519PublicOctets(byte[] encoded) {
        return behind(X25519_PUBLIC, encoded, X25519Agreement.SIZE);
    }

    /** Returns what {@link #x25519Private} was given, or empty if {@code encoded} has another form. */
    static Optional<byte[]> x25519PrivateOctets(byte[] encoded) {
        return behind(X25519_PRIVATE, encoded, X25519Agreement.SIZE);
    }

    /** Returns the compressed form of the point that {@link #p256Public} was given, or empty if {@code encoded} has another form. */
    static Optional<byte[]> p256PublicOctets(byte[] encoded) {
        return behind(P256_PUBLIC, encoded, P256.WHOLE_POINT_SIZE).flatMap(P256::compressed);
    }

    private static Optional<byte[]> behind(Bytes prefix, byte[] encoded, int size) {
        int from = prefix.size();
        boolean known = encoded.length == from + size
                && ByteBuffer.wrap(encoded, 0, from).equals(ByteBuffer.wrap(prefix.octets()));
        return known ? Optional.of(Arrays.copyOfRange(encoded, from, encoded.length)) : Optional.empty();
    }

    private static byte[] prefixed(Bytes prefix, byte[] raw) {
        byte[] encoded = Arrays.copyOf(prefix.octets(), prefix.size() + raw.length);
        System.arraycopy(raw, 0, encoded, prefix.size(), raw.length);
        return encoded;
    }
}
