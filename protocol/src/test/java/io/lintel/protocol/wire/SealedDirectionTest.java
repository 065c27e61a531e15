package io.lintel.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import org.junit.jupiter.api.Test;

class SealedDirectionTest {
    private static final int MOST_MESSAGES = 4096;

    @Test
    @Spec({"TAP-5.4-4", "TAP-8-6"})
    void aDirectionEndsBehind4096Messages() {
        CryptoSuite suite = TestSite.of(Suite.X25519, 1).suite();
        SealedDirection sends = new SealedDirection(suite, SecretBytes.copyOf(new byte[32]));
        SealedDirection receives = new SealedDirection(suite, SecretBytes.copyOf(new byte[32]));
        Bytes content = Bytes.of(200);
        Bytes last = Bytes.EMPTY;
        for (int i = 0; i < MOST_MESSAGES; i++) {
            last = sends.seal(MessageKind.TRAFFIC, content);
            assertEquals(content, receives.open(MessageKind.TRAFFIC, last));
        }
        Bytes oneMore = last;
        assertThrows(MalformedException.class, () -> sends.seal(MessageKind.TRAFFIC, content));
        assertThrows(MalformedException.class, () -> receives.open(MessageKind.TRAFFIC, oneMore));
    }
}
