package io.lintel.conformance.reader;

import io.lintel.crypto.Bytes;
import java.util.List;

/** Octets that no key agreement may take for a public key. */
final class BadKeys {
    private static final String P256_PRIME = "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

    private BadKeys() {}

    /** No compressed points of P-256: wrong first octets, an x of p, an x without a y. */
    static List<Bytes> p256() {
        return List.of(
                Bytes.ofHex("00" + "00".repeat(32)),
                Bytes.ofHex("04" + "11".repeat(32)),
                Bytes.ofHex("02" + P256_PRIME),
                Bytes.ofHex("02" + "00".repeat(31) + "01"));
    }
}
