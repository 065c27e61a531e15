package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.RecordingAead;
import io.lintel.protocol.testing.RecordingAead.Keep;
import io.lintel.protocol.testing.Secrets;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key that both sides export for secure ranging: the same on both, and no other tap's and no other purpose's. */
@Spec("TAP-5.5-1")
class RangingKeyTest {
    private RecordingAead aead;

    @ParameterizedTest
    @EnumSource(Suite.class)
    void bothSidesExportOneKeyThatServesNothingElse(Suite suite) {
        TestSite site = TestSite.of(suite, 1, primitives -> {
            aead = new RecordingAead(primitives.aead(), Keep.KEYS);
            return primitives.withAead(aead);
        });
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Set<Bytes> ranging = new HashSet<>();

        for (int tap = 0; tap < 4; tap++) {
            Conversation granted = Conversation.between(reader, phone).run();
            Bytes atReader = octets(granted.reader().rangingKey().orElseThrow());
            assertEquals(atReader, octets(granted.phone().rangingKey().orElseThrow()));
            assertEquals(32, atReader.size());
            assertTrue(ranging.add(atReader), "each tap has its own");
            granted.close().run().hangUp();
        }

        for (Bytes key : ranging) {
            assertFalse(aead.keys().contains(key), "no message was sealed with it");
            assertFalse(
                    Secrets.reachableFrom(phone, reader).hex().contains(key.toHex()), "and no key that lives on is it");
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void thereIsNoKeyBeforeTheAnswerAndNoneAfterTheEnd(Suite suite) {
        TestSite site = TestSite.of(suite, 2);
        Conversation tap = Conversation.between(site.reader().start(), site.phone());
        assertTrue(tap.reader().rangingKey().isEmpty());
        assertTrue(tap.phone().rangingKey().isEmpty());

        tap.complete();

        assertTrue(tap.reader().rangingKey().isEmpty());
        assertTrue(tap.phone().rangingKey().isEmpty());
    }

    private static Bytes octets(SecretBytes secret) {
        return Bytes.copyOf(secret.copy());
    }
}
