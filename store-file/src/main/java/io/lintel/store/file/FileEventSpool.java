package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.protocol.link.EventSpool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A reader's events in files, until its manager has them. Thread-safe; one process at a time.
 *
 * <p>An event is written before {@link #add} returns, so it survives the process. It is flushed to the disk before the manager
 * is told of it, and at the latest when {@link #flush} is called, as the reader does every second: what a loss of power can
 * take is what happened at the door in that second. A door does not wait for a disk.
 *
 * <p>Where an event cannot be written, {@link #add} throws and that event is lost; the next one that can be written has a number
 * that says so. A disk that was full for a moment costs the events of that moment and no others.
 *
 * <p>Throws {@link FileStoreException} where the files cannot be read or written.
 */
public final class FileEventSpool implements EventSpool, AutoCloseable {
    private static final String PREFIX = "events-";
    private static final String SUFFIX = ".spool";
    private static final String TEMPORARY = ".tmp";
    private static final int GENERATION_DIGITS = 8;
    private static final int EVENTS_PER_FILE = 1024;

    private final DurableDirectory directory;
    private final int capacity;
    private final Supplier<Bytes> names;
    private final Deque<SpoolSegment> segments = new ArrayDeque<>();
    private int generation = 1;
    private Bytes series;
    private long last;
    private long lowest;
    private FileChannel writing;
    private long missed;
    private boolean isDirty;

    private FileEventSpool(DurableDirectory directory, int capacity, Supplier<Bytes> names) throws IOException {
        this.directory = directory;
        this.capacity = capacity;
        this.names = names;
        recall();
        this.series = segments.isEmpty() ? names.get() : segments.getLast().series();
        this.last = segments.isEmpty() ? 0 : segments.getLast().last();
        this.lowest = segments.isEmpty() ? 1 : segments.getFirst().first();
        this.writing = begin(last + 1);
    }

    /**
     * Opens the spool in {@code directory}, which is made if it is not there.
     *
     * @param capacity how many events it keeps, at least 2,048; beyond, the oldest {@value #EVENTS_PER_FILE} leave
     * @param series makes names of {@link EventBatch#SERIES_SIZE_BYTES} random octets
     */
    public static FileEventSpool open(Path directory, int capacity, Supplier<Bytes> series) {
        if (capacity < 2 * EVENTS_PER_FILE) {
            throw new IllegalArgumentException("a spool keeps at least " + 2 * EVENTS_PER_FILE + " events");
        }
        DurableDirectory durable = DurableDirectory.open(directory);
        try {
            return new FileEventSpool(durable, capacity, series);
        } catch (IOException e) {
            throw new FileStoreException.Io("open the events in", durable.path(), e);
        }
    }

    /** Of two generations the later was whole when it got its name; the earlier was about to be deleted. */
    private void recall() throws IOException {
        for (String name : directory.names(TEMPORARY)) {
            Files.delete(directory.path(name));
        }
        List<String> all = directory.names(SUFFIX);
        if (!all.isEmpty()) {
            generation = generationOf(all.get(all.size() - 1));
        }
        for (String name : all) {
            Path file = directory.path(name);
            Optional<SpoolSegment> segment =
                    generationOf(name) == generation ? SpoolSegment.open(file) : Optional.empty();
            segment.ifPresentOrElse(segments::addLast, () -> directory.delete(name));
        }
    }

    /** Every process begins a file of its own, behind whatever another left. What does not become a file leaves none. */
    private FileChannel begin(long first) throws IOException {
        Path file = directory.path(name(first));
        try {
            SpoolSegment next = SpoolSegment.create(file, series, first, List.of());
            directory.flush();
            FileChannel channel = next.channel();
            segments.removeIf(segment -> segment.file().equals(file));
            segments.addLast(next);
            return channel;
        } catch (IOException e) {
            remove(file, e);
            throw e;
        }
    }

    @Override
    public synchronized void add(DoorEvent event) {
        try {
            if (missed > 0 || segments.getLast().count() >= EVENTS_PER_FILE) {
                rotate();
            }
            isDirty = true;
            segments.getLast().append(writing, event);
            last++;
        } catch (IOException e) {
            missed++;
            throw new FileStoreException.Io("write", segments.getLast().file(), e);
        }
    }

    /** The file that is full stays the one that is written until the next is there. */
    private void rotate() throws IOException {
        writing.force(true);
        FileChannel full = writing;
        SpoolSegment before = segments.getLast();
        writing = begin(last + 1 + missed);
        last += missed;
        missed = 0;
        full.close();
        if (before.count() == 0) {
            segments.remove(before);
            drop(before);
        }
        dropOldest();
    }

    private void dropOldest() {
        int kept = segments.stream().mapToInt(SpoolSegment::count).sum();
        while (segments.size() > 1 && kept + EVENTS_PER_FILE > capacity) {
            kept -= segments.getFirst().count();
            drop(segments.removeFirst());
        }
        lowest = Math.max(lowest, segments.getFirst().first());
    }

    @Override
    public synchronized EventBatch oldest() {
        flush();
        try {
            for (SpoolSegment segment : segments) {
                long from = Math.max(lowest, segment.first());
                if (from <= segment.last()) {
                    return new EventBatch(series, from, segment.events(from, EventBatch.MAX_SIZE));
                }
            }
            return new EventBatch(series, last + 1, List.of());
        } catch (IOException e) {
            throw new FileStoreException.Io("read the events in", directory.path(), e);
        }
    }

    @Override
    public synchronized void forget(long upTo) {
        lowest = Math.max(lowest, Math.min(upTo, last) + 1);
        while (segments.size() > 1 && segments.getFirst().last() < lowest) {
            drop(segments.removeFirst());
        }
    }

    @Override
    public synchronized long last() {
        return last;
    }

    @Override
    public synchronized void renew() {
        List<SpoolSegment> before = List.copyOf(segments);
        try {
            List<DoorEvent> kept = new ArrayList<>();
            for (SpoolSegment segment : before) {
                kept.addAll(segment.events(Math.max(lowest, segment.first()), segment.count()));
            }
            Bytes another = names.get();
            SpoolSegment renewed = write(generation + 1, another, kept);
            FileChannel superseded = writing;
            writing = open(renewed);
            generation++;
            series = another;
            segments.clear();
            segments.addLast(renewed);
            last = kept.size();
            lowest = 1;
            superseded.close();
            before.forEach(this::drop);
        } catch (IOException e) {
            throw new FileStoreException.Io("write", directory.path(), e);
        }
    }

    /** Writes the first file of a generation; where that fails there is none, and the generation before goes on. */
    private SpoolSegment write(int newer, Bytes another, List<DoorEvent> kept) throws IOException {
        Path file = directory.path(name(newer, 1));
        Path temporary = directory.path(name(newer, 1) + TEMPORARY);
        try {
            SpoolSegment.create(temporary, another, 1, kept);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            directory.flush();
            return SpoolSegment.open(file).orElseThrow(() -> new IOException("what was written is not there"));
        } catch (IOException e) {
            remove(temporary, e);
            remove(file, e);
            throw e;
        }
    }

    private static FileChannel open(SpoolSegment renewed) throws IOException {
        try {
            return renewed.channel();
        } catch (IOException e) {
            remove(renewed.file(), e);
            throw e;
        }
    }

    private static void remove(Path unfinished, IOException why) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Has all events on the disk when it returns. */
    public synchronized void flush() {
        if (!isDirty) {
            return;
        }
        try {
            writing.force(false);
            isDirty = false;
        } catch (IOException e) {
            throw new FileStoreException.Io("write", segments.getLast().file(), e);
        }
    }

    /** Has all events on the disk, and closes the file. */
    @Override
    public synchronized void close() {
        flush();
        try {
            writing.close();
        } catch (IOException e) {
            throw new FileStoreException.Io("close", segments.getLast().file(), e);
        }
    }

    private void drop(SpoolSegment segment) {
        directory.delete(String.valueOf(segment.file().getFileName()));
    }

    private String name(long first) {
        return name(generation, first);
    }

    private static String name(int generation, long first) {
        HexFormat hex = HexFormat.of();
        return PREFIX + hex.toHexDigits(generation) + "-" + hex.toHexDigits(first) + SUFFIX;
    }

    private static int generationOf(String name) {
        int from = PREFIX.length();
        return HexFormat.fromHexDigits(name, from, from + GENERATION_DIGITS);
    }
}
