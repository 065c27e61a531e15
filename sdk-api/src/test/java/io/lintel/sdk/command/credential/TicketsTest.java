package io.lintel.sdk.command.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.model.CommandId;
import io.lintel.testing.Requirement;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final CryptoSuite CRYPTO = Primitives.select(RANDOM).suite(Suite.X25519);

    @Test
    void codeFollowsFromKeyNumberAndCommand() {
        CommandId command = CommandId.random(RANDOM);
        try (SecretBytes key = SecretBytes.random(32, RANDOM);
                SecretBytes otherKey = SecretBytes.random(32, RANDOM)) {
            ActivationCode code = Tickets.derive(CRYPTO, key, 7, command);

            assertEquals(code, Tickets.derive(CRYPTO, key, 7, command));
            assertNotEquals(code, Tickets.derive(CRYPTO, key, 8, command));
            assertNotEquals(code, Tickets.derive(CRYPTO, otherKey, 7, command));
            assertNotEquals(code, Tickets.derive(CRYPTO, key, 7, CommandId.random(RANDOM)));
        }
    }

    @Test
    @Requirement("ACT-04")
    void everyCharacterIsAboutEquallyLikely() {
        int codes = 5000;
        Map<Character, Integer> counts = new HashMap<>();
        CommandId command = new CommandId(Bytes.ofHex("00".repeat(16)));
        try (SecretBytes key = SecretBytes.copyOf(new byte[32])) {
            for (int number = 0; number < codes; number++) {
                for (char c :
                        Tickets.derive(CRYPTO, key, number, command).text().toCharArray()) {
                    counts.merge(c, 1, Integer::sum);
                }
            }
        }

        double expected = codes * ActivationCode.LENGTH / 62.0;
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertEquals(62, counts.size());
        // 61 degrees of freedom: the key is fixed, so this holds always or never; one key in a million would fail.
        assertTrue(chiSquare < 125, "chi square " + chiSquare);
    }

    @Test
    @Requirement("ACT-19")
    void noTextFormShowsTheCode() {
        ActivationCode code = ActivationCode.generate(RANDOM);
        ActivationTicket ticket = new ActivationTicket(Suite.X25519, Bytes.ofHex("11".repeat(32)), code, Instant.EPOCH);

        assertFalse(ticket.toString().contains(code.text()));
        assertFalse(ticket.link("localhost", 7400).toString().contains(code.text()));
        assertTrue(ticket.link("localhost", 7400).text().contains(code.text()));
    }
}
