package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.southernstorm.noise.protocol.CipherStatePair;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Handshakes and transport with noise-java, on every pattern and algorithm that both have, in both roles. */
class ForeignInteroperabilityTest {
    private static final List<String> PATTERNS =
            List.of("N", "K", "X", "NN", "NK", "NX", "XN", "XK", "XX", "KN", "KK", "KX", "IN", "IK", "IX");
    private static final List<String> CURVES = List.of("25519", "448");
    private static final List<String> CIPHERS = List.of("AESGCM", "ChaChaPoly");
    private static final List<String> HASHES = List.of("SHA256", "SHA512", "BLAKE2s", "BLAKE2b");
    private static final Bytes PROLOGUE = Bytes.utf8("both sides know this");

    private final SecureRandom random = new SecureRandom();

    @TestFactory
    Stream<DynamicTest> talksToNoiseJavaInBothRoles() {
        return PATTERNS.stream()
                .flatMap(pattern -> suites().map(suite -> "Noise_" + pattern + "_" + suite))
                .flatMap(protocol -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                protocol + " as " + role, () -> talk(protocol, protocol.split("_", -1)[1], role))));
    }

    private static Stream<String> suites() {
        return CURVES.stream()
                .flatMap(curve -> CIPHERS.stream()
                        .flatMap(cipher -> HASHES.stream().map(hash -> curve + "_" + cipher + "_" + hash)));
    }

    private void talk(String protocol, String patternName, Role role) throws GeneralSecurityException {
        NoiseSuite suite = NoiseSuites.ofProtocolName(protocol);
        HandshakePattern pattern = HandshakePattern.named(patternName);
        DhKeyPair ours = suite.dh().generateKeyPair(random);
        DhKeyPair theirs = suite.dh().generateKeyPair(random);
        ForeignHandshake foreign = foreign(protocol, pattern, role.peer(), ours, theirs);
        try (HandshakeState own = own(suite, pattern, role, ours, theirs)) {
            for (int i = 0; i < pattern.messageCount(); i++) {
                Bytes payload = Bytes.utf8("handshake payload " + i);
                if (own.isMyTurn()) {
                    assertEquals(payload, foreign.readMessage(own.writeMessage(payload)));
                } else {
                    assertEquals(payload, own.readMessage(foreign.writeMessage(payload)));
                }
            }
            assertTrue(own.isComplete());
            assertEquals(foreign.handshakeHash(), own.handshakeHash());
            exchange(own.split(), foreign.split());
        }
    }

    private static void exchange(Transport own, CipherStatePair foreign) throws GeneralSecurityException {
        for (int i = 0; i < 3; i++) {
            Bytes payload = Bytes.utf8("transport payload " + i);
            if (own.canWrite()) {
                assertEquals(payload, ForeignHandshake.read(foreign, own.write(payload)));
            }
            if (own.canRead()) {
                assertEquals(payload, own.read(ForeignHandshake.write(foreign, payload)));
            }
        }
    }

    private HandshakeState own(
            NoiseSuite suite, HandshakePattern pattern, Role role, DhKeyPair ours, DhKeyPair theirs) {
        HandshakeBuilder builder = HandshakeState.builder(pattern, suite, role).prologue(PROLOGUE);
        if (usesStatic(pattern, role)) {
            builder.localStatic(ours);
        }
        if (pattern.knowsStaticOf(role.peer())) {
            builder.remoteStatic(theirs.publicKey());
        }
        if (pattern.sendsEphemeralOf(role)) {
            builder.ephemerals(() -> suite.dh().generateKeyPair(random));
        }
        return builder.build();
    }

    private static ForeignHandshake foreign(
            String protocol, HandshakePattern pattern, Role role, DhKeyPair ours, DhKeyPair theirs)
            throws GeneralSecurityException {
        ForeignHandshake foreign = new ForeignHandshake(protocol, role, PROLOGUE);
        if (usesStatic(pattern, role)) {
            try (SecretBytes key = theirs.privateKey().encoded()) {
                foreign.localStatic(Bytes.copyOf(key.copy()));
            }
        }
        if (pattern.knowsStaticOf(role.peer())) {
            foreign.remoteStatic(ours.publicKey().encoded());
        }
        foreign.start();
        return foreign;
    }

    private static boolean usesStatic(HandshakePattern pattern, Role role) {
        return pattern.knowsStaticOf(role) || pattern.sendsStaticOf(role);
    }
}
