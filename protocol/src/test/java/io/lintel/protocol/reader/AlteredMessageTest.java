package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.TapResult.Failed;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.reader.Interception.Scene;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** No message of a tap can be altered: whoever gets it refuses, opens nothing and remembers nothing. */
@Tag("long")
class AlteredMessageTest {
    /** Octets too many: few, a block, and up to what no message may have. */
    private static final int[] LONGER = {1, 2, 16, 512, 65_000};

    @FunctionalInterface
    private interface Alteration {
        Bytes apply(Bytes message, int index);
    }

    @TestFactory
    @Spec({"TAP-4.4-10", "TAP-4.7-1", "TAP-6-3"})
    Stream<DynamicTest> everyFlippedBitIsRefused() {
        return everywhere(AlteredMessageTest::bits, AlteredMessageTest::flip);
    }

    @TestFactory
    Stream<DynamicTest> everyTruncationAndExtensionIsRefused() {
        return everywhere(message -> message.size() + LONGER.length, AlteredMessageTest::resize);
    }

    /** Alters in every way that there is: so many for a message, and the one of an index. */
    private static Stream<DynamicTest> everywhere(ToIntFunction<Bytes> ways, Alteration alteration) {
        return Stream.of(Suite.values())
                .flatMap(suite -> Stream.of(Interception.values())
                        .map(where -> DynamicTest.dynamicTest(
                                where + " " + suite, () -> refusesAll(suite, where, ways, alteration))));
    }

    private static void refusesAll(Suite suite, Interception where, ToIntFunction<Bytes> ways, Alteration alteration) {
        Scene scene = where.scene(suite, 1);
        int count = ways.applyAsInt(where.caught(scene.begin()));
        for (int i = 0; i < count; i++) {
            if (!where.isRepeatable()) {
                scene = where.scene(suite, i);
            }
            Conversation tap = scene.begin();
            Bytes altered = alteration.apply(where.caught(tap), i);
            if (where.to == Side.READER) {
                readerRefuses(scene, tap, altered);
            } else {
                phoneRefuses(scene, tap, altered, where);
            }
        }
    }

    private static void readerRefuses(Scene scene, Conversation tap, Bytes altered) {
        var before = ReaderSnapshot.of(scene.reader).memory();
        int decisions = tap.decisions().size();

        tap.deliver(Side.READER, altered);

        assertEquals(before, ReaderSnapshot.of(scene.reader).memory(), altered::toHex);
        assertEquals(decisions, tap.decisions().size(), altered::toHex);
        List<Integer> kinds = tap.kinds();
        if (kinds.get(kinds.size() - 1) == Kind.USE_COLD) {
            assertEquals(Kind.FAST, altered.unsigned(0), "only a fast message is missed");
        } else {
            assertTrue(tap.reader().isEnded(), altered::toHex);
            assertTrue(tap.readerError().isPresent(), altered::toHex);
        }
    }

    private static void phoneRefuses(Scene scene, Conversation tap, Bytes altered, Interception where) {
        var reader = ReaderSnapshot.of(scene.reader).memory();
        MemoryWalletStore store = (MemoryWalletStore) scene.phone.store();
        var resumptions = store.resumptions();

        tap.deliver(Side.PHONE, altered);
        tap.run();

        boolean early = where.kind == Kind.OPENER || where.kind == Kind.CERTIFICATE;
        Failed failed = assertInstanceOf(Failed.class, tap.result(), altered::toHex);
        assertEquals(early ? Outcome.NOT_OPENED : Outcome.UNKNOWN, failed.outcome(), altered::toHex);
        assertTrue(tap.phone().isEnded(), altered::toHex);
        assertEquals(reader, ReaderSnapshot.of(scene.reader).memory(), altered::toHex);
        assertEquals(resumptions, store.resumptions(), altered::toHex);
        assertFalse(
                early && tap.kinds().stream().anyMatch(Set.of(Kind.COLD, Kind.FAST)::contains),
                () -> "nothing that opens a door is sent to an unknown reader: " + altered.toHex());
    }

    private static int bits(Bytes message) {
        return 8 * message.size();
    }

    private static Bytes flip(Bytes message, int bit) {
        byte[] octets = message.toByteArray();
        octets[bit / 8] ^= (byte) (1 << (bit % 8));
        return Bytes.copyOf(octets);
    }

    private static Bytes resize(Bytes message, int index) {
        return index < message.size()
                ? message.slice(0, index)
                : Bytes.concat(message, Bytes.copyOf(new byte[LONGER[index - message.size()]]));
    }
}
