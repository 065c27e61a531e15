package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.fuzzing.HostileChannel;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.RecordedManager;
import io.lintel.protocol.testing.TestSite;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A reader and its manager with somebody on the line who loses, alters, repeats and forges what they say. Whatever he does, the
 * manager hears nothing that the reader did not say.
 */
class LinkFuzzTest {
    private static final int MOST_MESSAGES = 40;
    private static final String SOFTWARE = "test 1";

    @FuzzTest
    void theManagerHearsNothingThatTheReaderDidNotSay(FuzzedDataProvider data) {
        TestSite site = TestSite.of(data.consumeBoolean() ? Suite.X25519 : Suite.P256, 1);
        ReaderDraft door = site.reader().revision(1);
        RecordedManager manager = new RecordedManager(site, door);
        LinkedReader reader = new LinkedReader(
                door.start(),
                door.identity(),
                site.suite(),
                manager.keys.publicKey(),
                EventSpool.inMemory(10, () -> site.random().octets(EventBatch.SERIES_SIZE_BYTES)),
                ConfigurationKeeper.none(),
                SOFTWARE);
        Instant now = TestSite.NOW;
        ReaderLink atReader = reader.open(now);
        ManagerLink atManager = new ManagerLink(manager, now);
        HostileChannel hostile = new HostileChannel(data);
        Deque<Bytes> toManager = new ArrayDeque<>(List.of(atReader.hello()));
        Deque<Bytes> toReader = new ArrayDeque<>();
        for (int i = 0; i < MOST_MESSAGES && !(toManager.isEmpty() && toReader.isEmpty()); i++) {
            if (!toManager.isEmpty()) {
                hostile.carry(toManager.remove())
                        .forEach(message ->
                                toReader.addAll(atManager.receive(message, now).messages()));
            } else {
                hostile.carry(toReader.remove())
                        .forEach(message ->
                                toManager.addAll(atReader.receive(message, now).messages()));
            }
        }
        assertTrue(manager.events.isEmpty(), "an event that nobody told");
        manager.reports.forEach(report -> assertEquals(SOFTWARE, report.software()));
    }
}
