package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Sent;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.ForgedOpener;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.OpenerPayload;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever went wrong, the next tap opens the door, at worst cold, and the one after that is fast again. */
class RecoveryFuzzTest {
    private static final Granted COLD = new Granted(TapPath.COLD);
    private static final Granted FAST = new Granted(TapPath.FAST);

    /** What may happen between two taps that a person cares about. */
    enum Trouble {
        MESSAGE_LOST,
        ANSWER_LOST,
        FOUR_ATTEMPTS_BURNT,
        READER_RESTARTED,
        PHONE_RESTARTED,
        ENTRY_EVICTED,
        STATE_EPOCH_FORGED,
        PARALLEL_TAPS_AT_ONE_READER,
        PARALLEL_TAPS_AT_TWO_READERS,
        FORGED_USE_COLD
    }

    @Property
    void afterAnyTroubleAtMostOneColdTapIsNeeded(
            @ForAll @Size(min = 1, max = 6) List<Trouble> troubles, @ForAll long seed) {
        Scene scene = new Scene(Suite.X25519, seed);
        for (Trouble trouble : troubles) {
            scene.happens(trouble);
        }

        assertInstanceOf(Granted.class, scene.tap(), "the first tap after " + troubles);
        assertEquals(FAST, scene.tap(), "the second tap after " + troubles);
        assertEquals(FAST, scene.tap(), "the third tap after " + troubles);
    }

    @Property(tries = 30)
    void aSingleTroubleOnP256(@ForAll Trouble trouble, @ForAll long seed) {
        Scene scene = new Scene(Suite.P256, seed);
        scene.happens(trouble);

        assertInstanceOf(Granted.class, scene.tap());
        assertEquals(FAST, scene.tap());
    }

    @Example
    void threeLostMessagesCostNothingAndTheFourthOneColdTap() {
        Scene scene = new Scene(Suite.X25519, 1);
        for (int i = 0; i < 3; i++) {
            scene.happens(Trouble.MESSAGE_LOST);
        }
        assertEquals(FAST, scene.tap());

        scene.happens(Trouble.FOUR_ATTEMPTS_BURNT);
        assertEquals(COLD, scene.tap());
        assertEquals(FAST, scene.tap());
    }

    @Example
    void lostAnswersCostNothingUntilTheFourth() {
        Scene scene = new Scene(Suite.X25519, 2);
        for (int i = 0; i < 3; i++) {
            scene.happens(Trouble.ANSWER_LOST);
        }
        assertEquals(FAST, scene.tap());
    }

    @Example
    void aForgedStateEpochErasesNoRatchet() {
        Scene scene = new Scene(Suite.X25519, 3);

        scene.happens(Trouble.STATE_EPOCH_FORGED);

        assertEquals(FAST, scene.tap());
    }

    @Example
    void parallelTapsAtTwoReadersAreIndependent() {
        Scene scene = new Scene(Suite.X25519, 4);
        Conversation here = scene.begin(scene.reader);
        Conversation there = scene.begin(scene.otherReader);

        inTurn(here, there);

        assertEquals(FAST, here.result());
        assertEquals(FAST, there.result());
    }

    @Example
    @Spec("TAP-5.2-8")
    void parallelTapsAtOneReaderBothOpenAndTheRatchetDoesNotDiverge() {
        Scene scene = new Scene(Suite.X25519, 5);
        Conversation first = scene.begin(scene.reader);
        Conversation second = scene.begin(scene.reader);

        inTurn(first, second);

        assertEquals(FAST, first.result());
        assertEquals(FAST, second.result());
        assertEquals(FAST, scene.tap());
    }

    private static void inTurn(Conversation first, Conversation second) {
        boolean more = true;
        while (more) {
            boolean one = first.step();
            boolean other = second.step();
            more = one || other;
        }
    }

    /** A phone that has visited two doors. */
    private static final class Scene {
        private final Random random;
        private final TestSite site;
        private final ReaderDraft door;
        private Reader reader;
        private final Reader otherReader;
        private TestPhone phone;

        Scene(Suite suite, long seed) {
            random = new Random(seed);
            site = TestSite.of(suite, seed);
            door = site.reader().limits(ReaderLimits.standard().withTables(2, 2));
            reader = door.start();
            otherReader = site.reader().start();
            phone = site.phone();
            assertEquals(COLD, Conversation.tap(reader, phone));
            assertEquals(COLD, Conversation.tap(otherReader, phone));
        }

        TapResult tap() {
            return Conversation.tap(reader, phone);
        }

        Conversation begin(Reader at) {
            return Conversation.between(at, phone);
        }

        void happens(Trouble trouble) {
            switch (trouble) {
                case MESSAGE_LOST -> losing(Side.PHONE);
                case ANSWER_LOST -> losing(Kind.ANSWER);
                case FOUR_ATTEMPTS_BURNT -> {
                    for (int i = 0; i < 4; i++) {
                        losing(Kind.FAST);
                    }
                }
                case READER_RESTARTED -> reader = door.start();
                case PHONE_RESTARTED -> phone = phone.restarted();
                case ENTRY_EVICTED -> {
                    Conversation.tap(reader, site.phone());
                    Conversation.tap(reader, site.phone());
                }
                case STATE_EPOCH_FORGED -> forgedEpoch();
                case PARALLEL_TAPS_AT_ONE_READER -> parallel(begin(reader), begin(reader));
                case PARALLEL_TAPS_AT_TWO_READERS -> parallel(begin(reader), begin(otherReader));
                case FORGED_USE_COLD -> {
                    Conversation tap = begin(reader);
                    tap.step();
                    tap.deliver(Side.PHONE, Bytes.of(Kind.USE_COLD));
                    tap.hangUp();
                }
            }
        }

        private void losing(int kind) {
            lossy(sent -> sent.kind() == kind ? List.of() : List.of(sent.message()));
        }

        private void losing(Side from) {
            lossy(sent -> sent.from() == from ? List.of() : List.of(sent.message()));
        }

        private void lossy(Conversation.Channel channel) {
            Conversation.between(reader, phone, channel).run().hangUp();
        }

        private void forgedEpoch() {
            Bytes payload = new OpenerPayload(site.random().octets(4), Set.of(), 0).encode();
            Bytes forged = ForgedOpener.of(site, door.certificate().value(), Conversation.GESTURE.transport(), payload);
            Conversation tap = Conversation.between(reader, phone, sent -> forged(sent, forged));
            tap.run();
            assertEquals(Kind.COLD, tap.sent().get(1).kind(), "the phone does not know that state epoch");
            assertTrue(tap.decisions().isEmpty());
            tap.hangUp();
        }

        private static List<Bytes> forged(Sent sent, Bytes opener) {
            return sent.kind() == Kind.OPENER ? List.of(opener) : List.of(sent.message());
        }

        private void parallel(Conversation first, Conversation second) {
            List<Conversation> running = new ArrayList<>(List.of(first, second));
            while (!running.isEmpty()) {
                Conversation next = running.get(random.nextInt(running.size()));
                if (!next.step()) {
                    running.remove(next);
                }
            }
            assertTrue(first.isGranted() && second.isGranted(), "both doors open");
        }
    }
}
