package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Sent;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One reader and one wallet are shared by every channel, whatever thread serves it. */
@Spec("TAP-5.2-16")
class ParallelTapsTest {
    private static final int THREADS = 8;
    private static final int TAPS = 200;

    private final TestSite site = TestSite.of(Suite.X25519, 1);

    @Test
    void manyPhonesAtOneReaderWithSmallTablesAreAllGranted() throws Exception {
        Reader reader = site.reader()
                .limits(ReaderLimits.standard().withTables(THREADS / 2, THREADS / 2))
                .start();
        Bytes list = site.list(2).bytes();
        List<Callable<Integer>> visitors = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            TestPhone phone = site.phone();
            visitors.add(() -> {
                for (int tap = 0; tap < TAPS; tap++) {
                    assertTrue(Conversation.tap(reader, phone) instanceof Granted);
                    reader.maintain(TestSite.NOW);
                    reader.install(list, TestSite.NOW);
                }
                return TAPS;
            });
        }

        assertEquals(THREADS * TAPS, inParallel(visitors));
        assertEquals(
                (long) THREADS * TAPS,
                reader.counters().get(Counter.COLD_GRANTED) + reader.counters().get(Counter.FAST_GRANTED));
    }

    @Test
    void manyTapsOfOnePhoneAtOneReaderNeverShareAnAttempt() throws Exception {
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);
        Set<Bytes> hints = ConcurrentHashMap.newKeySet();
        List<Callable<Integer>> hands = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            hands.add(() -> {
                for (int tap = 0; tap < TAPS; tap++) {
                    Conversation parallel = Conversation.between(reader, phone).complete();
                    assertTrue(parallel.isGranted());
                    for (Sent sent : parallel.sent()) {
                        assertTrue(sent.kind() != Kind.FAST
                                || hints.add(sent.message().slice(1, 9)));
                    }
                }
                return TAPS;
            });
        }

        assertEquals(THREADS * TAPS, inParallel(hands));
        Conversation.tap(reader, phone);
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, phone));
    }

    private static int inParallel(List<Callable<Integer>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            int done = 0;
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                done += task.get();
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
