package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventSpoolTest {
    private static final int CAPACITY = 4096;

    @TempDir
    private Path directory;

    private int series;
    private long made;

    @Test
    void eventsAndTheirNumbersOutliveTheSpool() {
        List<DoorEvent> all = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            try (FileEventSpool spool = open()) {
                for (int i = 0; i < 700; i++) {
                    all.add(add(spool));
                }
                assertEquals(all.size(), spool.last());
            }
        }
        try (FileEventSpool spool = open()) {
            assertEquals(all, drain(spool));
            assertEquals(1, series, "one series for all of it");
        }
    }

    @Test
    void spoolThatWasNotClosedHasWhatWasAdded() {
        FileEventSpool killed = open();
        DoorEvent event = add(killed);

        try (FileEventSpool spool = open()) {
            assertEquals(List.of(event), spool.oldest().events());
        }
        killed.close();
    }

    @Test
    void doorsAddWhileTheDiskIsWaitedFor() {
        SlowDisk disk = new SlowDisk();
        try (FileEventSpool spool = FileEventSpool.open(directory, disk, CAPACITY, this::series)) {
            List<DoorEvent> all = new ArrayList<>(List.of(add(spool)));
            disk.meanwhile(() -> all.add(add(spool)));

            spool.flush();

            assertEquals(3, all.size(), "one while the file was forced, one while its name was");
            disk.meanwhile(() -> {});
            assertEquals(all, drain(spool));
        }
    }

    /** A disk that takes as long as somebody else needs for something. */
    private static final class SlowDisk extends SystemDisk {
        private Runnable deed = () -> {};

        void meanwhile(Runnable another) {
            deed = another;
        }

        @Override
        public void force(FileChannel file) throws IOException {
            await();
            super.force(file);
        }

        @Override
        public void flush(Path directory) throws IOException {
            await();
            super.flush(directory);
        }

        private void await() {
            CompletableFuture.runAsync(deed).orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void doorsAddWhileTheLinkTellsAndForgets() throws Exception {
        int doors = 4;
        int each = 3000;
        List<DoorEvent> told = new ArrayList<>();
        try (FileEventSpool spool = FileEventSpool.open(directory, doors * each + 1024, this::series)) {
            List<CompletableFuture<Void>> adding = IntStream.range(0, doors)
                    .mapToObj(door -> CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < each; i++) {
                            spool.add(event(1 + door * each + i));
                        }
                    }))
                    .toList();
            while (told.size() < doors * each) {
                EventBatch batch = spool.oldest();
                assertEquals(told.size() + 1, batch.first());
                told.addAll(batch.events());
                spool.forget(batch.last());
                adding.stream()
                        .filter(CompletableFuture::isCompletedExceptionally)
                        .forEach(CompletableFuture::join);
            }
        }
        assertEquals(
                IntStream.rangeClosed(1, doors * each).mapToObj(i -> (long) i).toList(),
                told.stream().map(DoorEvent::serial).sorted().toList());
    }

    @Test
    void whoeverFlushesWhileTheSpoolIsClosedIsNotDisturbed() {
        for (int trial = 0; trial < 40; trial++) {
            FileEventSpool spool = FileEventSpool.open(directory.resolve("trial" + trial), CAPACITY, this::series);
            CountDownLatch begun = new CountDownLatch(3);
            CompletableFuture<Void> door = CompletableFuture.runAsync(() -> {
                while (areAdded(spool, 50)) {
                    spool.flush();
                    begun.countDown();
                }
            });
            while (begun.getCount() > 0 && !door.isDone()) {
                Thread.onSpinWait();
            }
            spool.close();

            door.join();
        }
    }

    /** Returns false where the spool is closed. */
    private static boolean areAdded(FileEventSpool spool, int events) {
        try {
            for (int i = 0; i < events; i++) {
                spool.add(event(1));
            }
            return true;
        } catch (FileStoreException closed) {
            return false;
        }
    }

    @Test
    void forgottenEventsAreTakenFromTheDisk() throws IOException {
        try (FileEventSpool spool = open()) {
            for (int i = 0; i < 3000; i++) {
                add(spool);
            }
            spool.forget(2999);

            assertEquals(3000, spool.oldest().first());
            assertEquals(1, spool.oldest().events().size());
            try (Stream<Path> files = Files.list(directory)) {
                assertEquals(1, files.count());
            }
            spool.forget(5000);
            assertEquals(3001, spool.oldest().first());
            add(spool);
            assertEquals(3001, spool.oldest().first());
        }
    }

    @Test
    void fullSpoolLosesTheOldestAndItsNumbersSaySo() {
        try (FileEventSpool spool = open()) {
            for (int i = 0; i < 3 * CAPACITY; i++) {
                add(spool);
            }
            long first = spool.oldest().first();

            assertTrue(first > 1);
            long kept = spool.last() - first + 1;
            assertTrue(kept <= CAPACITY && kept >= CAPACITY - 1024, "kept " + kept);
            assertEquals(3 * CAPACITY, spool.last());
        }
    }

    @Test
    void tornEndOfAFileCostsTheEventThatWasBeingWrittenAndNoOther() throws IOException {
        Random random = new Random(3);
        for (int trial = 0; trial < 100; trial++) {
            Path place = directory.resolve("trial" + trial);
            List<DoorEvent> all = new ArrayList<>();
            FileEventSpool spool = FileEventSpool.open(place, CAPACITY, this::series);
            for (int i = 0; i < 5; i++) {
                all.add(add(spool));
            }
            spool.close();
            Path file;
            try (Stream<Path> files = Files.list(place)) {
                file = files.findAny().orElseThrow();
            }
            byte[] octets = Files.readAllBytes(file);
            int cut = 28 + random.nextInt(octets.length - 27);
            byte[] torn = Arrays.copyOf(octets, cut);
            Files.write(file, torn);

            try (FileEventSpool again = FileEventSpool.open(place, CAPACITY, this::series)) {
                int whole = (cut - 28) / (DoorEvent.SIZE_BYTES + 4);
                assertEquals(all.subList(0, whole), drain(again));
                assertEquals(whole, again.last());
            }
        }
    }

    @Test
    void damagedHeaderBeginsAnotherSeries() throws IOException {
        Bytes before;
        try (FileEventSpool spool = open()) {
            add(spool);
            before = spool.oldest().series();
        }
        try (Stream<Path> files = Files.list(directory)) {
            Path file = files.findAny().orElseThrow();
            byte[] octets = Files.readAllBytes(file);
            octets[9] ^= 1;
            Files.write(file, octets);
        }

        try (FileEventSpool spool = open()) {
            assertNotEquals(before, spool.oldest().series());
            assertEquals(0, spool.last());
        }
    }

    @Test
    void renewedSpoolCountsAnewWhatItHasKept() {
        List<DoorEvent> kept = new ArrayList<>();
        Bytes before;
        try (FileEventSpool spool = open()) {
            for (int i = 0; i < 2500; i++) {
                kept.add(add(spool));
            }
            spool.forget(1200);
            before = spool.oldest().series();
            spool.renew();
            kept.add(add(spool));
        }
        try (FileEventSpool spool = open()) {
            EventBatch oldest = spool.oldest();
            assertEquals(1, oldest.first());
            assertNotEquals(before, oldest.series());
            assertEquals(kept.subList(1200, kept.size()), drain(spool));
        }
    }

    @Test
    void directoryThatIsGoneForAMomentCostsTheEventsOfThatMomentAndTheirNumbersSaySo() throws IOException {
        Path place = directory.resolve("door");
        Path elsewhere = directory.resolve("elsewhere");
        List<DoorEvent> kept = new ArrayList<>();
        try (FileEventSpool spool = FileEventSpool.open(place, CAPACITY, this::series)) {
            for (int i = 0; i < 1024; i++) {
                kept.add(add(spool));
            }
            Files.move(place, elsewhere);
            for (int i = 0; i < 3; i++) {
                assertThrows(FileStoreException.class, () -> add(spool));
            }
            Files.move(elsewhere, place);
            kept.add(add(spool));
            assertEquals(1028, spool.last());
        }

        try (FileEventSpool spool = FileEventSpool.open(place, CAPACITY, this::series)) {
            spool.forget(1023);
            assertEquals(1024, spool.oldest().last());
            spool.forget(1024);
            assertEquals(1028, spool.oldest().first());
            assertEquals(kept.subList(1024, 1025), drain(spool));
        }
    }

    @Test
    void countingAnewThatFailsLeavesEventsNumbersAndSeriesAsTheyWere() throws IOException {
        Path place = directory.resolve("door");
        Path elsewhere = directory.resolve("elsewhere");
        List<DoorEvent> kept = new ArrayList<>();
        try (FileEventSpool spool = FileEventSpool.open(place, CAPACITY, this::series)) {
            kept.add(add(spool));
            spool.flush();
            Bytes before = spool.oldest().series();
            Path file;
            try (Stream<Path> files = Files.list(place)) {
                file = files.findAny().orElseThrow();
            }
            Files.createDirectories(place.resolve(file.getFileName().toString().replace("00000001-", "00000002-"))
                    .resolve("in the way"));

            assertThrows(FileStoreException.class, spool::renew);

            kept.add(add(spool));
            assertEquals(before, spool.oldest().series());
            assertEquals(kept, spool.oldest().events());
            Files.move(place.resolve(file.getFileName().toString().replace("00000001-", "00000002-")), elsewhere);
            spool.renew();
            kept.add(add(spool));
            assertNotEquals(before, spool.oldest().series());
            assertEquals(kept, drain(spool));
        }
    }

    @Test
    void spoolIsNotSmallerThanTwoFiles() {
        assertThrows(IllegalArgumentException.class, () -> FileEventSpool.open(directory, 2047, this::series));
    }

    private FileEventSpool open() {
        return FileEventSpool.open(directory, CAPACITY, this::series);
    }

    private Bytes series() {
        series++;
        return Bytes.of(0, 0, 0, 0, 0, 0, 0, series);
    }

    private DoorEvent add(FileEventSpool spool) {
        made++;
        DoorEvent event = event(made);
        spool.add(event);
        return event;
    }

    private static DoorEvent event(long serial) {
        return new DoorEvent(
                Instant.ofEpochSecond(serial),
                serial,
                serial % 3 == 0 ? Optional.of(DenialReason.REVOKED) : Optional.empty(),
                TapPath.FAST,
                Transport.BLE_GATT,
                Intent.of(Trigger.WIDGET),
                Duration.ofMillis(serial % 500));
    }

    private static List<DoorEvent> drain(FileEventSpool spool) {
        List<DoorEvent> all = new ArrayList<>();
        EventBatch batch = spool.oldest();
        while (!batch.events().isEmpty()) {
            all.addAll(batch.events());
            spool.forget(batch.last());
            batch = spool.oldest();
        }
        return all;
    }
}
