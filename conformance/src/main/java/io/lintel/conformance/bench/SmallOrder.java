package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import java.util.List;

/** Public keys that give a shared secret of zeros whatever the other side's key is. */
public final class SmallOrder {
    /** Points of small order on Curve25519 (RFC 7748 section 7). */
    public static final List<Bytes> POINTS = List.of(
            Bytes.ofHex("00".repeat(32)),
            Bytes.ofHex("01" + "00".repeat(31)),
            Bytes.ofHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
            Bytes.ofHex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"));

    private SmallOrder() {}
}
