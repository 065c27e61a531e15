package io.lintel.conformance.reader;

import io.lintel.crypto.Bytes;
import java.util.List;

/** Octets that no key agreement may take for a public key. */
final class BadKeys {
    private static final String P256_PRIME = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

    private BadKeys() {}

    /** Points of small order on Curve25519 (RFC 7748 section 7). */
    static List<Bytes> x25519() {
        return List.of(
                Bytes.ofHex("00".repeat(32)),
                Bytes.ofHex("01" + "00".repeat(31)),
                Bytes.ofHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
                Bytes.ofHex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"));
    }

    /** No compressed points of P-256: wrong first octets, an x of p, an x without a y. */
    static List<Bytes> p256() {
        return List.of(
                Bytes.ofHex("00" + "00".repeat(32)),
                Bytes.ofHex("04" + "11".repeat(32)),
                Bytes.ofHex("02" + P256_PRIME),
                Bytes.ofHex("02" + "00".repeat(31) + "01"));
    }
}
