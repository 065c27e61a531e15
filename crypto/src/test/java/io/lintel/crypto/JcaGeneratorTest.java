package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.Serial;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider's generator is used where it draws what the provider's agreement multiplies, and left where it does not. */
class JcaGeneratorTest {
    private final SecureRandom random = new SecureRandom();

    /** What a generator may do wrong on either curve. */
    enum Fault {
        THROWS,
        GIVES_NOTHING,
        PUBLIC_OF_ANOTHER,
        KEY_OF_NO_OCTETS;

        private KeyPair spoil(KeyPair pair) {
            return switch (this) {
                case THROWS -> throw new ProviderException("no entropy");
                case GIVES_NOTHING -> new KeyPair(null, null);
                case PUBLIC_OF_ANOTHER -> new KeyPair(another(pair).getPublic(), pair.getPrivate());
                case KEY_OF_NO_OCTETS -> new KeyPair(pair.getPublic(), new Opaque());
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGeneratorThatDrawsNoKeyPairIsLeft(Fault fault) throws GeneralSecurityException {
        for (Suite suite : Suite.values()) {
            StubGenerators stub = new StubGenerators(fault::spoil);
            DiffieHellman dh = agreement(suite, stub);
            int tried = stub.drawn();
            try (DhKeyPair pair = dh.generateEphemeral(random)) {
                assertEquals(tried, stub.drawn(), "not asked again");
                assertBelongTogether(suite, pair);
            }
        }
    }

    /** What we overwrite of the copy would be the provider's key itself, and its agreements would be by zeros. */
    @Test
    void aProviderThatHandsOutItsOwnOctetsDrawsNothing() throws GeneralSecurityException {
        StubGenerators stub = new StubGenerators(
                pair -> new KeyPair(pair.getPublic(), new Shared((XECPrivateKey) pair.getPrivate())));
        DiffieHellman dh = agreement(Suite.X25519, stub);
        int tried = stub.drawn();
        try (DhKeyPair pair = dh.generateEphemeral(random)) {
            assertEquals(1, tried);
            assertEquals(tried, stub.drawn());
            assertBelongTogether(Suite.X25519, pair);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatWorksIsUsedAndItsKeysEndAsOthersDo(Suite suite) throws GeneralSecurityException {
        StubGenerators stub = new StubGenerators(pair -> pair);
        DiffieHellman dh = agreement(suite, stub);
        int tried = stub.drawn();
        DhKeyPair pair = dh.generateEphemeral(random);
        assertEquals(tried + 1, stub.drawn());
        assertBelongTogether(suite, pair);
        DhPublicKey peer = dh.generateEphemeral(random).publicKey();
        dh.agree(pair.privateKey(), peer).destroy();
        pair.close();
        assertThrows(IllegalStateException.class, () -> dh.agree(pair.privateKey(), peer));
        assertThrows(IllegalStateException.class, () -> pair.privateKey().encoded());
    }

    private static DiffieHellman agreement(Suite suite, StubGenerators stub) throws GeneralSecurityException {
        return suite == Suite.P256
                ? JcaP256.by(CryptoProvider.CONSCRYPT, stub)
                : JcaX25519.by(CryptoProvider.CONSCRYPT, stub);
    }

    private static void assertBelongTogether(Suite suite, DhKeyPair pair) {
        try (SecretBytes octets = pair.privateKey().encoded()) {
            assertEquals(
                    Providers.suite(suite, 0).dhKeyPair(octets).publicKey().encoded(),
                    pair.publicKey().encoded());
        }
    }

    private static KeyPair another(KeyPair pair) {
        try {
            String algorithm = pair.getPublic().getAlgorithm();
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, StubGenerators.jdk());
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A key that stays in its device. */
    private static final class Opaque implements PrivateKey {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "opaque";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    /** A key whose encoding is what it computes with. */
    private static final class Shared implements XECPrivateKey {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final int SCALAR = 16;

        private final byte[] encoded;
        private final transient AlgorithmParameterSpec curve;

        Shared(XECPrivateKey real) {
            this.encoded = real.getEncoded();
            this.curve = real.getParams();
        }

        @Override
        public Optional<byte[]> getScalar() {
            return Optional.of(Arrays.copyOfRange(encoded, SCALAR, encoded.length));
        }

        @Override
        public AlgorithmParameterSpec getParams() {
            return curve;
        }

        @Override
        public String getAlgorithm() {
            return "XDH";
        }

        @Override
        public String getFormat() {
            return "PKCS#8";
        }

        @Override
        public byte[] getEncoded() {
            return encoded;
        }
    }
}
