package io.lintel.crypto.noise;

import io.lintel.crypto.Aead;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.Hash;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.PublishedAlgorithms;
import io.lintel.crypto.Suite;
import java.security.SecureRandom;

/** The functions that a protocol name stands for: the product's own, and those of the test tree. */
final class NoiseSuites {
    static final CryptoSuite X25519 = Primitives.select(new SecureRandom()).suite(Suite.X25519);
    static final CryptoSuite P256 = Primitives.select(new SecureRandom()).suite(Suite.P256);

    private NoiseSuites() {}

    static CryptoSuite of(Suite suite) {
        return suite == Suite.X25519 ? X25519 : P256;
    }

    static NoiseSuite ofProtocolName(String protocolName) {
        String[] parts = protocolName.split("_", -1);
        return new NoiseSuite(dh(parts[2]), aead(parts[3]), hash(parts[4]));
    }

    private static DiffieHellman dh(String name) {
        return switch (name) {
            case "25519" -> X25519.noise().dh();
            case "448" -> PublishedAlgorithms.x448();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Aead aead(String name) {
        return switch (name) {
            case "AESGCM" -> X25519.noise().aead();
            case "ChaChaPoly" -> PublishedAlgorithms.chaChaPoly();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Hash hash(String name) {
        return switch (name) {
            case "SHA256" -> X25519.noise().hash();
            default -> PublishedAlgorithms.hash(name);
        };
    }
}
