package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.sdk.Manager;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.person.AddPerson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader with a cursor, while several managers commit: it must never pass a number that appears later. */
@OnEveryDatabase
class EventOrderTest {

    private static final int WRITERS = 4;
    private static final int CHANGES_PER_WRITER = 25;

    private final Database database;

    EventOrderTest(Database database) {
        this.database = database;
    }

    @Test
    void cursorMissesNothingWhileOthersCommit(@TempDir Path directory) throws Exception {
        try (TestBench bench = new TestBench(database, directory)) {
            CustomerId customer = bench.site().site().customer();
            long before = bench.manager.events().audit(customer, 0, 100).size();
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Manager manager = Manager.on(bench.store, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
                writers.add(threads.submit(() -> write(manager, customer)));
            }

            List<Long> seen = new ArrayList<>();
            long cursor = before;
            while (!writers.stream().allMatch(Future::isDone)) {
                cursor = read(bench.manager, customer, cursor, seen);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            read(bench.manager, customer, cursor, seen);
            threads.shutdownNow();

            long last = before + (long) WRITERS * CHANGES_PER_WRITER;
            assertEquals(LongStream.rangeClosed(before + 1, last).boxed().toList(), seen);
        }
    }

    private static void write(Manager manager, CustomerId customer) {
        for (int i = 0; i < CHANGES_PER_WRITER; i++) {
            manager.people().add(TestBench.id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org"));
        }
    }

    private static long read(Manager manager, CustomerId customer, long cursor, List<Long> seen) {
        long reached = cursor;
        for (Event event : manager.events().after(customer, cursor, 1000)) {
            seen.add(event.number());
            reached = event.number();
        }
        return reached;
    }
}
