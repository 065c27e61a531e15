/** Noise core, cipher suites, keys, signatures, Argon2id. */
@org.jspecify.annotations.NullMarked
module io.lintel.crypto {
    requires static transitive org.jspecify;
    requires org.bouncycastle.provider;

    exports io.lintel.crypto;
    exports io.lintel.crypto.noise;
}
