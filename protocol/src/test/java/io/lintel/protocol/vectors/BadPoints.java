package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;

/** Public keys that both sides must refuse: of small order for X25519, not a compressed point for P-256. */
enum BadPoints {
    ZERO(
            "All zeros",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "000000000000000000000000000000000000000000000000000000000000000000"),
    ONE(
            "Order 4, or a prefix of an uncompressed point",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
    ORDER_8(
            "Order 8, or x not on the curve",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "020000000000000000000000000000000000000000000000000000000000000001"),
    P(
            "The field's prime itself",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "02ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

    private final String title;
    private final String x25519;
    private final String p256;

    BadPoints(String title, String x25519, String p256) {
        this.title = title;
        this.x25519 = x25519;
        this.p256 = p256;
    }

    String title() {
        return title;
    }

    Bytes encoded(int suite) {
        return Bytes.ofHex(suite == 1 ? x25519 : p256);
    }
}
