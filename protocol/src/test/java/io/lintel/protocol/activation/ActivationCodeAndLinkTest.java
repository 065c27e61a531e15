package io.lintel.protocol.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationCodeAndLinkTest {
    private static final String CODE = "0aZ9bY8cX7dW6eV5fU4g";

    @Test
    @Requirement({"ACT-04", "ACT-19"})
    @Spec("TAP-12-1")
    void generatedCodesHaveTwentyCharactersOfDigitsAndBothCases() {
        SecureRandom random = new SecureRandom();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String text = ActivationCode.generate(random).text();
            assertTrue(text.matches("[0-9A-Za-z]{20}"));
            text.chars().forEach(seen::add);
        }
        assertEquals(62, seen.size(), "10,000 even draws leave none of 62 characters out");
    }

    @Test
    @Spec("TAP-12-2")
    void codeMayBeTypedInGroups() {
        ActivationCode code = ActivationCode.parse(CODE);
        assertEquals(code, ActivationCode.parse("  0aZ9-bY8c X7dW-6eV5\tfU4g\n"));
        assertEquals(CODE, code.text());
        assertNotEquals(code, ActivationCode.parse(CODE.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0aZ9bY8cX7dW6eV5fU4",
                "0aZ9bY8cX7dW6eV5fU4gg",
                "0aZ9bY8cX7dW6eV5fU4_",
                "0aZ9bY8cX7dW6eV5fU4é"
            })
    void whatIsNoCodeIsRefusedWithoutRepeatingIt(String typed) {
        ActivationException error = assertThrows(ActivationException.class, () -> ActivationCode.parse(typed));
        assertEquals(ActivationException.Code.BAD_CODE, error.code());
        assertEquals("activation.bad-code", error.code().id());
        assertFalse(error.getMessage().contains("0aZ9"), error.getMessage());
    }

    @Property
    @Spec({"TAP-12-4", "TAP-12-6", "TAP-12-7", "TAP-12-8", "TAP-12-9"})
    void linkSurvivesPrintingAndParsing(@ForAll Suite suite, @ForAll @IntRange(min = 1, max = 65_535) int port) {
        byte[] key = new byte[suite.dhKeySize()];
        new Random(port).nextBytes(key);
        for (String host : new String[] {"localhost", "192.0.2.7", "[2001:db8::1]", "manager.example.org"}) {
            ActivationLink link = new ActivationLink(suite, Bytes.copyOf(key), ActivationCode.parse(CODE), host, port);
            assertEquals(link, ActivationLink.parse(link.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org",
                "lintel:2:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@localhost:1",
                "lintel:1:9:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@localhost:1",
                "lintel:1:2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@localhost:1",
                "lintel:1:1:AAAA:0aZ9bY8cX7dW6eV5fU4g@localhost:1",
                "lintel:1:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4@localhost:1",
                "lintel:1:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@:1",
                "lintel:1:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@localhost",
                "lintel:1:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@localhost:0",
                "lintel:1:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@localhost:65536",
                "lintel:1:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA:0aZ9bY8cX7dW6eV5fU4g@local host:1",
            })
    @Spec({"TAP-12-5", "TAP-12-10"})
    void whatIsNoLinkIsRefusedWithoutRepeatingTheCode(String scanned) {
        ActivationException error = assertThrows(ActivationException.class, () -> ActivationLink.parse(scanned));
        assertEquals(ActivationException.Code.BAD_LINK, error.code());
        assertFalse(error.getMessage().contains("0aZ9"), error.getMessage());
    }

    @Test
    void linkPrintsNoCode() {
        ActivationLink link = new ActivationLink(
                Suite.X25519, Bytes.copyOf(new byte[32]), ActivationCode.parse(CODE), "localhost", 4711);
        assertFalse(link.toString().contains(CODE));
    }

    @Test
    void refusalsKeepTheirNumbers() {
        for (ActivationRefusal refusal : ActivationRefusal.values()) {
            assertEquals(refusal, ActivationRefusal.ofCode(refusal.code()).orElseThrow());
            assertFalse(refusal.advice().isBlank());
        }
        assertTrue(ActivationRefusal.ofCode(0).isEmpty());
        assertTrue(ActivationRefusal.ofCode(7).isEmpty());
    }
}
