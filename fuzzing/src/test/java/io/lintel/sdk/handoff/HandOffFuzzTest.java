package io.lintel.sdk.handoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.testing.TestSite;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/** Claims that a person's phone shows to a host system, and the keys that they are checked with. */
class HandOffFuzzTest {
    private static final TestSite SITE = TestSite.of(Suite.X25519, 1);
    private static final HandOffVerifier VERIFIER = HandOffVerifier.of(
            Primitives.select(new SecureRandom()),
            SITE.project(),
            List.of(new HandOffKey(
                    Suite.X25519,
                    SITE.suite().generateSigningKeyPair().publicKey().encoded())));
    private static final Parser<String, HandOffKey> KEY = Parser.of(HandOffKey::parse, IllegalArgumentException.class);
    private static final Parser<String, HandOffCheck> CLAIM =
            Parser.of(shown -> VERIFIER.check(shown, TestSite.NOW), NeverThrown.class);

    @FuzzTest
    void nothingUnsignedIsAClaim(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        assertFalse(CLAIM.read(text, data.length).orElseThrow() instanceof HandOffCheck.Genuine);
        KEY.read(text, data.length).ifPresent(key -> assertEquals(key, HandOffKey.parse(key.jwk())));
    }

    private static final class NeverThrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
