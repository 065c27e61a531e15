package io.lintel.sdk.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_169_700);
    private static final Bytes BODY = Bytes.utf8("{\"schema\":1}");
    private static final SecretBytes SECRET =
            SecretBytes.copyOf(Bytes.ofHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
                    .toByteArray());

    @Test
    void signatureIsTheVectorOfTheSpecification() throws IOException {
        String page = Files.readString(Repository.root().resolve("spec/events.md"));

        assertTrue(page.contains(WebhookSignature.HEADER + ": " + WebhookSignature.of(SECRET, BODY, NOW) + "\n"));
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "-301, false", "0, true", "300, true", "301, false"})
    void requestIsGenuineWithinTheReplayWindowAlone(long seconds, boolean genuine) {
        String header = WebhookSignature.of(SECRET, BODY, NOW);

        assertEquals(genuine, WebhookSignature.isGenuine(SECRET, header, BODY, NOW.plusSeconds(seconds)));
    }

    @Test
    void anotherBodyTimeOrSecretIsNotGenuine() {
        String header = WebhookSignature.of(SECRET, BODY, NOW);

        assertFalse(WebhookSignature.isGenuine(SECRET, header, Bytes.utf8("{\"schema\":2}"), NOW));
        assertFalse(WebhookSignature.isGenuine(SECRET, header.replace("t=1795169700", "t=1795169701"), BODY, NOW));
        assertFalse(WebhookSignature.isGenuine(SecretBytes.copyOf(new byte[32]), header, BODY, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=,v1=", "v1=00", "t=99999999999999999999,v1=00", "t=1795169700;v1=00"})
    void malformedHeaderIsNotGenuine(String header) {
        assertFalse(WebhookSignature.isGenuine(SECRET, header, BODY, NOW));
    }
}
