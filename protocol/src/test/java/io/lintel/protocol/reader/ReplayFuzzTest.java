package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Interception.Scene;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Sent;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Genuine messages at the wrong time, on the wrong opener, twice or in the wrong order. */
class ReplayFuzzTest {
    @TestFactory
    Stream<DynamicTest> aMessageThatComesTwiceCountsOnce() {
        return Stream.of(Suite.values())
                .flatMap(suite -> Stream.of(Interception.values())
                        .map(where -> DynamicTest.dynamicTest(where + " " + suite, () -> comesTwice(suite, where))));
    }

    private static void comesTwice(Suite suite, Interception where) {
        Scene scene = where.scene(suite, 1);
        Conversation tap = scene.begin();
        Bytes message = where.caught(tap);
        tap.deliver(where.to, message);
        var once = ReaderSnapshot.of(scene.reader).memory();
        List<?> decisions = tap.decisions();

        tap.deliver(where.to, message);
        tap.hangUp();

        assertEquals(once, ReaderSnapshot.of(scene.reader).memory());
        assertEquals(decisions, tap.decisions());
        boolean told = tap.result() instanceof TapResult.Granted;
        assertEquals(
                where.kind == Kind.ANSWER || where.kind == Kind.TRAFFIC,
                told,
                "the result is told once, or a failure is");
    }

    @Property
    @Spec("TAP-5.3-4")
    void aRecordedPhoneMessageIsRefusedOnEveryOtherOpener(@ForAll Suite suite, @ForAll long seed) {
        TestSite site = TestSite.of(suite, seed);
        ReaderDraft door = site.reader().directory(List.of(site.phone().credential()));
        Reader reader = door.start();
        Reader elsewhere = site.reader().start();
        TestPhone phone = site.phone();
        List<Bytes> recorded = new ArrayList<>();
        for (int tap = 0; tap < 3; tap++) {
            Conversation.between(reader, phone).complete().sent().stream()
                    .filter(sent -> sent.from() == Side.PHONE && sent.kind() != Kind.WHO)
                    .map(Sent::message)
                    .forEach(recorded::add);
        }
        var before = ReaderSnapshot.of(reader).memory();

        for (Bytes message : recorded) {
            for (Reader other : List.of(reader, elsewhere, door.start())) {
                ReaderSession session = other.open(Conversation.GESTURE.transport(), TestSite.NOW);
                isRefused(session.receive(message, TestSite.NOW), message);
            }
        }

        assertEquals(before, ReaderSnapshot.of(reader).memory());
    }

    @Property
    void recordedMessagesInAnyOrderOpenNothing(@ForAll long seed) {
        Random random = new Random(seed);
        TestSite site = TestSite.of(Suite.X25519, seed);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        List<Sent> recorded = new ArrayList<>();
        for (int tap = 0; tap < 3; tap++) {
            recorded.addAll(Conversation.between(reader, phone).complete().sent());
        }
        var before = ReaderSnapshot.of(reader).memory();

        Conversation confused = Conversation.between(reader, phone, sent -> List.of());
        for (int i = 0; i < 20; i++) {
            Sent any = recorded.get(random.nextInt(recorded.size()));
            confused.deliver(random.nextBoolean() ? Side.READER : Side.PHONE, any.message());
        }
        confused.hangUp();

        assertEquals(before, ReaderSnapshot.of(reader).memory());
        assertEquals(List.of(), confused.decisions());
        assertTrue(confused.result() instanceof TapResult.Failed);
    }

    @Example
    @Spec("BLE-5-5")
    void aMessageForOneTransportIsRefusedOnAnother() {
        TestSite site = TestSite.of(Suite.X25519, 1);
        ReaderDraft door = site.reader();
        Reader reader = door.start();
        TestPhone phone = site.phone();
        phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        var overTcp = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);

        Conversation relayed = new Conversation(
                reader.open(Transport.BLE_GATT, TestSite.NOW),
                phone.wallet().tap(overTcp, TestSite.NOW),
                TestSite.NOW,
                sent -> List.of(sent.message()));
        relayed.complete();

        assertEquals(List.of(), relayed.decisions());
        assertNotEquals(Optional.empty(), relayed.readerError());
    }

    private static void isRefused(List<ReaderEffect> effects, Bytes message) {
        if (message.unsigned(0) == Kind.FAST) {
            assertEquals(List.of(new ReaderEffect.Send(Bytes.of(Kind.USE_COLD))), effects);
            return;
        }
        TapError error = message.unsigned(0) == Kind.COLD ? TapError.NOT_AUTHENTIC : TapError.UNEXPECTED;
        assertEquals(
                List.of(new ReaderEffect.Send(Bytes.of(Kind.REFUSED)), new ReaderEffect.End(Optional.of(error))),
                effects);
    }
}
