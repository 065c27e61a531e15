package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.HostileChannel;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.RecordedManager;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reader and its manager with somebody on the line who loses, alters, repeats and forges what they say, while doors are opened.
 * Whatever he does: what the manager has is the beginning of what the reader said, each event once; and once he leaves them
 * alone, the next link brings the rest.
 */
class LinkFuzzTest {
    private static final int MOST_MESSAGES = 40;
    private static final int MOST_EVENTS = 5;
    private static final String SOFTWARE = "test 1";

    @FuzzTest
    void theManagerHearsNothingThatTheReaderDidNotSay(FuzzedDataProvider data) {
        TestSite site = TestSite.of(data.consumeBoolean() ? Suite.X25519 : Suite.P256, 1);
        ReaderDraft door = site.reader().revision(1);
        RecordedManager manager = new RecordedManager(site, door);
        EventSpool spool = EventSpool.inMemory(10, () -> site.random().octets(EventBatch.SERIES_SIZE_BYTES));
        LinkedReader reader = new LinkedReader(
                door.start(),
                door.identity(),
                site.suite(),
                manager.keys.publicKey(),
                spool,
                ConfigurationKeeper.none(),
                SOFTWARE);
        List<DoorEvent> said = new ArrayList<>();
        say(said, spool);
        Line disturbed = new Line(reader, manager, new HostileChannel(data)::carry);
        for (int i = 0; i < MOST_MESSAGES && disturbed.step(); i++) {
            if (said.size() < MOST_EVENTS && data.consumeBoolean()) {
                say(said, spool);
                disturbed.wake();
            }
            assertEquals(said.subList(0, Math.min(said.size(), manager.events.size())), manager.events);
        }
        manager.reports.forEach(report -> assertEquals(SOFTWARE, report.software()));
        disturbed.hangUp();

        Line undisturbed = new Line(reader, manager, List::of);
        int steps = 0;
        while (undisturbed.step()) {
            assertTrue(++steps <= MOST_MESSAGES, "left alone, they find no end");
        }
        assertEquals(said, manager.events);
    }

    /** Another phone was let in. */
    private static void say(List<DoorEvent> said, EventSpool spool) {
        DoorEvent event = new DoorEvent(
                TestSite.NOW,
                1 + said.size(),
                Optional.empty(),
                TapPath.COLD,
                Transport.TCP,
                Intent.of(Trigger.LIST),
                Duration.ofMillis(30));
        said.add(event);
        spool.add(event);
    }

    /** One connection, and what is under way on it. */
    private static final class Line {
        private final ReaderLink atReader;
        private final ManagerLink atManager;
        private final Function<Bytes, List<Bytes>> channel;
        private final Deque<Bytes> toManager = new ArrayDeque<>();
        private final Deque<Bytes> toReader = new ArrayDeque<>();

        Line(LinkedReader reader, RecordedManager manager, Function<Bytes, List<Bytes>> channel) {
            this.atReader = reader.open(TestSite.NOW);
            this.atManager = new ManagerLink(manager, TestSite.NOW);
            this.channel = channel;
            toManager.add(atReader.hello());
        }

        /** Carries one message; returns whether there was one. */
        boolean step() {
            if (!toManager.isEmpty()) {
                for (Bytes message : channel.apply(toManager.remove())) {
                    toReader.addAll(atManager.receive(message, TestSite.NOW).messages());
                }
                return true;
            }
            if (!toReader.isEmpty()) {
                for (Bytes message : channel.apply(toReader.remove())) {
                    toManager.addAll(atReader.receive(message, TestSite.NOW).messages());
                }
                return true;
            }
            return false;
        }

        void wake() {
            toManager.addAll(atReader.woken().messages());
        }

        void hangUp() {
            atReader.disconnected();
            atManager.disconnected();
        }
    }
}
