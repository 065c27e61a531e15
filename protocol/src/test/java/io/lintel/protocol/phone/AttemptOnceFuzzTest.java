package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Sent;
import io.lintel.protocol.testing.KilledStore;
import io.lintel.protocol.testing.KilledStore.Killed;
import io.lintel.protocol.testing.KilledStore.Moment;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One attempt index never serves two openers, wherever a wallet's process is killed and however many share the store. The
 * hint in a fast message stands for ratchet and index, so no hint may ever be sent twice.
 */
class AttemptOnceFuzzTest {
    /** A first visit writes twice; then each tap reserves an attempt and steps the ratchet. */
    private static final int WRITES = 12;

    @TestFactory
    Stream<DynamicTest> aProcessKilledAtAnyWriteSpendsAtMostOneAttempt() {
        return Stream.of(Moment.values())
                .flatMap(moment -> IntStream.range(0, WRITES)
                        .mapToObj(writes ->
                                DynamicTest.dynamicTest(moment + " " + writes, () -> killedAfter(writes, moment))));
    }

    private static void killedAfter(int writes, Moment moment) {
        TestSite site = TestSite.of(Suite.X25519, 1);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        TestPhone victim = phone.over(new KilledStore(phone.store(), writes, moment));
        Set<Bytes> hints = new HashSet<>();
        boolean killed = false;
        while (!killed) {
            Conversation tap = Conversation.between(reader, victim);
            killed = diesDuring(tap);
            note(tap, hints);
        }

        Conversation next = Conversation.between(reader, phone.restarted()).complete();
        note(next, hints);

        assertInstanceOf(Granted.class, next.result());
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, phone.restarted()));
    }

    @Property
    @Spec({"TAP-5.2-4", "TAP-9-7"})
    void noAttemptIsSentTwiceByProcessesThatShareAStoreAndDie(@ForAll long seed) {
        new Street(seed).live(100);
    }

    private static boolean diesDuring(Conversation tap) {
        try {
            tap.complete();
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    private static void note(Conversation tap, Set<Bytes> hints) {
        for (Sent sent : tap.sent()) {
            if (sent.kind() == Kind.FAST) {
                assertTrue(hints.add(sent.message().slice(1, 9)), "an attempt was used again");
            }
        }
    }

    /** Two processes over one store, each with taps in flight at two readers that lose what they like. */
    private static final class Street {
        private final Random random;
        private final List<Reader> readers;
        private final TestPhone phone;
        private final List<TestPhone> processes = new ArrayList<>();
        private final List<List<Conversation>> inFlight = List.of(new ArrayList<>(), new ArrayList<>());
        private final Set<Bytes> hints = new HashSet<>();

        Street(long seed) {
            random = new Random(seed);
            TestSite site = TestSite.of(Suite.X25519, seed);
            readers = List.of(site.reader().start(), site.reader().start());
            phone = site.phone();
            readers.forEach(reader -> Conversation.tap(reader, phone));
            processes.add(newProcess());
            processes.add(newProcess());
        }

        void live(int steps) {
            for (int i = 0; i < steps; i++) {
                int process = random.nextInt(2);
                try {
                    act(process);
                } catch (Killed killed) {
                    end(inFlight.get(process));
                    processes.set(process, newProcess());
                }
            }
            inFlight.forEach(this::end);
            readers.forEach(reader -> Conversation.tap(reader, phone.restarted()));
            readers.forEach(
                    reader -> assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, phone.restarted())));
        }

        private void act(int process) {
            List<Conversation> taps = inFlight.get(process);
            if (taps.size() < 3 && random.nextInt(3) == 0) {
                Reader reader = readers.get(random.nextInt(2));
                taps.add(Conversation.between(reader, processes.get(process), this::carry));
            } else if (!taps.isEmpty()) {
                Conversation tap = taps.get(random.nextInt(taps.size()));
                if (!tap.step()) {
                    taps.remove(tap);
                    note(tap, hints);
                }
            }
        }

        private List<Bytes> carry(Sent sent) {
            return random.nextInt(4) == 0 ? List.of() : List.of(sent.message());
        }

        private void end(List<Conversation> taps) {
            taps.forEach(tap -> note(tap, hints));
            taps.clear();
        }

        private TestPhone newProcess() {
            Moment moment = random.nextBoolean() ? Moment.BEFORE_THE_WRITE : Moment.AFTER_THE_WRITE;
            return phone.over(new KilledStore(phone.store(), random.nextInt(20), moment));
        }
    }
}
