package io.lintel.crypto;

/** What the published Noise vectors use and the product does not. */
public final class PublishedAlgorithms {
    private PublishedAlgorithms() {}

    public static DiffieHellman x448() {
        return new X448Agreement();
    }

    public static Aead chaChaPoly() {
        return new ChaChaPoly();
    }

    public static Hash hash(String name) {
        return switch (name) {
            case "SHA512" -> DigestHash.SHA512;
            case "BLAKE2s" -> DigestHash.BLAKE2S;
            case "BLAKE2b" -> DigestHash.BLAKE2B;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
