package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.FaultyWalletStore;
import io.lintel.protocol.testing.FaultyWalletStore.Operation;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A phone's store that fails costs speed, never the tap. */
class FaultyStoreTest {
    private final TestSite site = TestSite.of(Suite.X25519, 51);
    private final Reader reader = site.reader().start();
    private final TestPhone sound = site.phone();
    private final FaultyWalletStore store = FaultyWalletStore.of(sound.store());
    private final TestPhone phone = sound.over(store);

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"READ_RATCHET", "REPLACE_RATCHET"})
    @Spec("TAP-5.2-6")
    void aRatchetThatCannotBeUsedIsTappedCold(Operation failing) {
        Conversation.tap(reader, phone);
        store.failing().add(failing);

        Conversation tap = Conversation.between(reader, phone).complete();

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result());
        assertFalse(tap.kinds().contains(Kind.FAST));
    }

    @Test
    @Spec("TAP-6.2-10")
    void aFirstVisitNeedsNoStore() {
        store.failing().addAll(EnumSet.allOf(Operation.class));

        Conversation tap = Conversation.between(reader, phone).complete();

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result());
    }

    @Test
    void certificatesThatCannotBeReadAreAskedForAgain() {
        Conversation.tap(reader, phone);
        store.failing().add(Operation.READ_CERTIFICATES);

        Conversation tap = Conversation.between(reader, phone).complete();

        assertEquals(new TapResult.Granted(TapPath.FAST), tap.result());
        assertTrue(tap.kinds().contains(Kind.CERTIFICATE));
    }

    @Test
    void aStoreThatFailsAfterTheFastMessageLeavesTheColdOne() {
        Conversation.tap(reader, phone);

        Conversation tap =
                Conversation.between(reader, phone, this::failAndForget).complete();

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result());
        assertTrue(tap.kinds().containsAll(List.of(Kind.FAST, Kind.USE_COLD, Kind.COLD)));
    }

    @Test
    @Spec("TAP-6.2-41")
    void aStoreThatFailsWhenTheAnswerIsInLeavesTheOutcome() {
        Conversation.tap(reader, phone);

        Conversation tap = Conversation.between(reader, phone, sent -> {
                    if (sent.kind() == Kind.ANSWER) {
                        store.failing().addAll(EnumSet.allOf(Operation.class));
                    }
                    return List.of(sent.message());
                })
                .complete();

        assertEquals(new TapResult.Granted(TapPath.FAST), tap.result());
    }

    /** As soon as the fast message is out the store fails, and the reader does not find the hint. */
    private List<Bytes> failAndForget(Conversation.Sent sent) {
        if (sent.kind() != Kind.FAST) {
            return List.of(sent.message());
        }
        store.failing().addAll(EnumSet.allOf(Operation.class));
        byte[] octets = sent.message().toByteArray();
        octets[1] ^= 1;
        return List.of(Bytes.copyOf(octets));
    }
}
