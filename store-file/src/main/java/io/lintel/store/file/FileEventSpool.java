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
    private boolean isDirty;

    private FileEventSpool(DurableDirectory directory, int capacity, Supplier<Bytes> names) throws IOException {
        this.directory = directory;
        this.capacity = capacity;
        this.names = names;
        recall();
        this.series = segments.isEmpty() ? names.get() : segments.getLast().series();
        this.last = segments.isEmpty() ? 0 : segments.getLast().last();
        this.lowest = segments.isEmpty() ? 1 : segments.getFirst().first();
        this.writing = begin();
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

    /** Every process begins a file of its own, behind whatever another left. */
    private FileChannel begin() throws IOException {
        SpoolSegment next = SpoolSegment.create(directory.path(name(last + 1)), series, last + 1, List.of());
        directory.flush();
        segments.removeIf(segment -> segment.file().equals(next.file()));
        segments.addLast(next);
        return next.channel();
    }

    @Override
    public synchronized void add(DoorEvent event) {
        try {
            if (segments.getLast().count() >= EVENTS_PER_FILE) {
                writing.force(true);
                writing.close();
                writing = begin();
                dropOldest();
            }
            isDirty = true;
            segments.getLast().append(writing, event);
            last++;
        } catch (IOException e) {
            throw new FileStoreException.Io("write", segments.getLast().file(), e);
        }
    }

    private void dropOldest() {
        while (segments.size() > 1 && last - segments.getFirst().first() + 1 + EVENTS_PER_FILE > capacity) {
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
            writing.close();
            generation++;
            series = names.get();
            Path file = directory.path(name(1));
            Path temporary = directory.path(name(1) + TEMPORARY);
            SpoolSegment.create(temporary, series, 1, kept);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            directory.flush();
            segments.clear();
            SpoolSegment.open(file).ifPresent(segments::addLast);
            last = kept.size();
            lowest = 1;
            before.forEach(this::drop);
            writing = begin();
        } catch (IOException e) {
            throw new FileStoreException.Io("write", directory.path(), e);
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
        HexFormat hex = HexFormat.of();
        return PREFIX + hex.toHexDigits(generation) + "-" + hex.toHexDigits(first) + SUFFIX;
    }

    private static int generationOf(String name) {
        int from = PREFIX.length();
        return HexFormat.fromHexDigits(name, from, from + GENERATION_DIGITS);
    }
}
