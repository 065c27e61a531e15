package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A segment of a reader's events that holds anything: the spool opens, gives what is whole, and the next event comes behind it
 * and outlives the spool.
 */
class SpoolFuzzTest {
    private static final String SEGMENT = "events-00000001-0000000000000001.spool";
    private static final int CAPACITY = 2048;
    private static final Bytes SERIES = Bytes.ofHex("0102030405060708");
    private static final DoorEvent NEXT = new DoorEvent(
            Instant.ofEpochSecond(1_790_000_000L),
            7,
            Optional.empty(),
            TapPath.COLD,
            Transport.TCP,
            Intent.of(Trigger.LIST),
            Duration.ofMillis(30));

    /** The first octet tells whether a file follows, or events that get their checksums here: a fuzzer finds none. */
    @FuzzTest
    void theSpoolGoesOnBehindWhatIsWhole(byte[] data) throws IOException {
        wholeEvents(Bytes.copyOf(data));
    }

    /** Returns how many events were whole. */
    static int wholeEvents(Bytes input) throws IOException {
        if (input.isEmpty()) {
            return 0;
        }
        Path directory = Files.createTempDirectory("spool");
        try {
            Path segment = directory.resolve(SEGMENT);
            Bytes content = input.slice(1, input.size());
            Files.write(segment, input.unsigned(0) == 0 ? content.toByteArray() : withChecksums(segment, content));
            return check(directory);
        } finally {
            delete(directory);
        }
    }

    private static int check(Path directory) {
        List<DoorEvent> before;
        try (FileEventSpool spool = open(directory)) {
            spool.add(NEXT);
            before = drained(spool);
        }
        try (FileEventSpool spool = open(directory)) {
            List<DoorEvent> after = drained(spool);
            assertEquals(before.subList(before.size() - after.size(), before.size()), after);
            assertTrue(after.contains(NEXT), "the next event outlives the spool");
        }
        assertEquals(NEXT, before.get(before.size() - 1));
        return before.size() - 1;
    }

    private static FileEventSpool open(Path directory) {
        return FileEventSpool.open(directory, CAPACITY, () -> SERIES);
    }

    /** Returns all events, and has them forgotten; those of the last segment are there again when the spool is opened anew. */
    private static List<DoorEvent> drained(FileEventSpool spool) {
        List<DoorEvent> events = new ArrayList<>();
        EventBatch batch = spool.oldest();
        while (!batch.events().isEmpty()) {
            assertTrue(batch.last() <= spool.last());
            events.addAll(batch.events());
            spool.forget(batch.last());
            batch = spool.oldest();
        }
        return events;
    }

    private static byte[] withChecksums(Path file, Bytes content) throws IOException {
        SpoolSegment.create(file, SERIES, 1);
        List<Bytes> parts = new ArrayList<>(List.of(Bytes.copyOf(Files.readAllBytes(file))));
        for (int at = 0; at + DoorEvent.SIZE_BYTES <= content.size(); at += DoorEvent.SIZE_BYTES) {
            Bytes event = content.slice(at, at + DoorEvent.SIZE_BYTES);
            parts.add(Bytes.copyOf(SpoolSegment.record(parts.size(), event).array()));
        }
        return Bytes.concat(parts.toArray(Bytes[]::new)).toByteArray();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : Arrays.asList(files.toArray(Path[]::new))) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
