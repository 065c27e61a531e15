package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.testing.VectorFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every published Noise vector, replayed by each side alone against the recorded octets of the other. */
class PublishedVectorsTest {
    private static final int PUBLISHED = 944;
    private static final AtomicInteger PASSED_BOTH_ROLES = new AtomicInteger();

    @TestFactory
    List<DynamicTest> replaysEveryPublishedVectorInBothRoles() throws IOException {
        JsonNode file =
                new ObjectMapper().readTree(VectorFiles.noise("cacophony.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : file.get("vectors")) {
            NoiseVector vector = NoiseVector.parse(node);
            tests.add(DynamicTest.dynamicTest(vector.protocolName(), () -> {
                replay(vector, Role.INITIATOR);
                replay(vector, Role.RESPONDER);
                PASSED_BOTH_ROLES.incrementAndGet();
            }));
        }
        assertEquals(PUBLISHED, tests.size(), "the file is not the published one");
        return tests;
    }

    @AfterAll
    static void printCount() {
        System.out.println("Noise vectors passed in both roles: " + PASSED_BOTH_ROLES + " of " + PUBLISHED);
    }

    private static void replay(NoiseVector vector, Role role) {
        NoiseSuite suite = NoiseSuites.ofProtocolName(vector.protocolName());
        try (HandshakeState handshake = start(vector, suite, role)) {
            List<NoiseVector.Message> messages = vector.messages();
            int count = HandshakePattern.named(vector.pattern()).messageCount();
            for (int i = 0; i < count; i++) {
                NoiseVector.Message message = messages.get(i);
                if (handshake.isMyTurn()) {
                    assertEquals(message.ciphertext(), handshake.writeMessage(message.payload()));
                } else {
                    assertEquals(message.payload(), handshake.readMessage(message.ciphertext()));
                }
            }
            assertTrue(handshake.isComplete());
            assertEquals(vector.handshakeHash(), handshake.handshakeHash());
            replayTransport(
                    handshake.split(), messages.subList(count, messages.size()), nextWriter(vector, role, count));
        }
    }

    /** Whether this side writes the first transport message: the sides take turns on, but for one-way patterns. */
    private static boolean nextWriter(NoiseVector vector, Role role, int handshakeMessages) {
        boolean oneWay = HandshakePattern.named(vector.pattern()).isOneWay();
        return oneWay ? role == Role.INITIATOR : role.sends(handshakeMessages);
    }

    private static void replayTransport(Transport transport, List<NoiseVector.Message> messages, boolean writesFirst) {
        boolean writes = writesFirst;
        for (NoiseVector.Message message : messages) {
            if (writes) {
                assertEquals(message.ciphertext(), transport.write(message.payload()));
            } else {
                assertEquals(message.payload(), transport.read(message.ciphertext()));
            }
            boolean oneWay = !transport.canRead() || !transport.canWrite();
            writes = oneWay ? writesFirst : !writes;
        }
    }

    private static HandshakeState start(NoiseVector vector, NoiseSuite suite, Role role) {
        NoiseVector.Party party = vector.party(role);
        HandshakeBuilder builder =
                HandshakeState.builder(vector.pattern(), suite, role).prologue(party.prologue());
        party.localStatic().ifPresent(key -> builder.localStatic(suite.dh().keyPair(NoiseVector.secret(key))));
        party.remoteStatic().ifPresent(key -> builder.remoteStatic(suite.dh().publicKey(key)));
        party.ephemeral().ifPresent(key -> builder.ephemerals(() -> suite.dh().keyPair(NoiseVector.secret(key))));
        return builder.psk(party.psks().stream().map(NoiseVector::secret).toArray(SecretBytes[]::new))
                .build();
    }
}
