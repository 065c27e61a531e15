package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Interception.Scene;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Octets that mean nothing, at any moment of a tap and on either side: refused, and nothing remembered. */
class GarbageFuzzTest {
    private static final int LONGEST = 600;

    @TestFactory
    Stream<DynamicTest> garbageOfEveryLengthIsRefused() {
        return Stream.of(Interception.values())
                .filter(Interception::isRepeatable)
                .map(where -> DynamicTest.dynamicTest(where.toString(), () -> {
                    Random random = new Random(1);
                    Scene scene = where.scene(Suite.X25519, 1);
                    for (int length = 0; length <= LONGEST; length++) {
                        refuses(scene, where, garbage(random, length));
                    }
                }));
    }

    @Property
    void garbageIsRefused(@ForAll Interception where, @ForAll Suite suite, @ForAll long seed) {
        Random random = new Random(seed);
        refuses(where.scene(suite, seed), where, garbage(random, random.nextInt(LONGEST)));
    }

    @Example
    void whoeverSendsAPhoneToTheColdTapGetsNothingElse() {
        for (Interception where :
                List.of(Interception.THE_REQUEST_TO_TAP_COLD, Interception.THE_ANSWER_TO_A_FAST_TAP)) {
            refuses(where.scene(Suite.X25519, 1), where, Bytes.of(Kind.USE_COLD));
        }
    }

    /** Hands garbage to the side that waits for the message, in its place. */
    private static void refuses(Scene scene, Interception where, Bytes garbage) {
        Conversation tap = scene.begin();
        where.caught(tap);
        var before = ReaderSnapshot.of(scene.reader).memory();
        int decisions = tap.decisions().size();

        tap.deliver(where.to, garbage);
        boolean ended =
                where.to == Side.READER ? tap.reader().isEnded() : tap.phone().isEnded();
        assertTrue(ended || isKnownStep(where, garbage), garbage::toHex);
        tap.hangUp();

        assertEquals(before, ReaderSnapshot.of(scene.reader).memory(), garbage::toHex);
        assertEquals(decisions, tap.decisions().size(), garbage::toHex);
        if (where.to == Side.READER) {
            assertTrue(tap.readerError().isPresent(), garbage::toHex);
        }
        if (where != Interception.THE_CLOSE) {
            assertInstanceOf(TapResult.Failed.class, tap.result(), garbage::toHex);
        }
        assertFalse(where == Interception.THE_CLOSE && tap.result() instanceof TapResult.Failed);
    }

    /** Whether the octets are what anybody may say: a question, a fast message that is only missed, or that one was missed. */
    private static boolean isKnownStep(Interception where, Bytes garbage) {
        return switch (where) {
            case THE_REQUEST_TO_TAP_COLD, THE_ANSWER_TO_A_FAST_TAP -> garbage.equals(Bytes.of(Kind.USE_COLD));
            default ->
                where.to == Side.READER
                        && (garbage.equals(Bytes.of(Kind.WHO))
                                || (garbage.size() == 27 && garbage.unsigned(0) == Kind.FAST));
        };
    }

    /** Returns random octets whose first is a known kind half of the time. */
    private static Bytes garbage(Random random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        if (length > 0 && random.nextBoolean()) {
            octets[0] = (byte) random.nextInt(13);
        }
        return Bytes.copyOf(octets);
    }
}
