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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A reader's events in files, until its manager has them. Thread-safe; one process at a time.
 *
 * <p>An event is written before {@link #add} returns, so it survives the process. It is flushed to the disk before the manager
 * is told of it, and at the latest when {@link #flush} is called, as the reader does every second: what a loss of power can
 * take is what happened at the door in that second. A door does not wait for a disk: whoever flushes does so beside those who
 * add.
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
    private final ReentrantLock flushing = new ReentrantLock();

    // What follows is guarded by this object's monitor, in which nobody waits for the disk but renew() and close().
    private final Deque<SpoolSegment> segments = new ArrayDeque<>();
    private final Deque<FileChannel> full = new ArrayDeque<>();
    private int generation = 1;
    private Bytes series;
    private long last;
    private long lowest;
    private FileChannel writing;
    private long missed;
    private long durable;

    private FileEventSpool(DurableDirectory directory, int capacity, Supplier<Bytes> names) throws IOException {
        this.directory = directory;
        this.capacity = capacity;
        this.names = names;
        recall();
        this.series = segments.isEmpty() ? names.get() : segments.getLast().series();
        this.last = segments.isEmpty() ? 0 : segments.getLast().last();
        this.lowest = segments.isEmpty() ? 1 : segments.getFirst().first();
        this.writing = begin(last + 1);
        for (SpoolSegment segment : segments) {
            segment.force();
        }
        directory.flush();
        this.durable = last;
    }

    /**
     * Opens the spool in {@code directory}, which is made if it is not there.
     *
     * @param capacity how many events it keeps, at least 2,048; beyond, the oldest {@value #EVENTS_PER_FILE} leave
     * @param series makes names of {@link EventBatch#SERIES_SIZE_BYTES} random octets
     */
    public static FileEventSpool open(Path directory, int capacity, Supplier<Bytes> series) {
        return open(directory, new SystemDisk(), capacity, series);
    }

    static FileEventSpool open(Path directory, Disk disk, int capacity, Supplier<Bytes> series) {
        if (capacity < 2 * EVENTS_PER_FILE) {
            throw new IllegalArgumentException("a spool keeps at least " + 2 * EVENTS_PER_FILE + " events");
        }
        DurableDirectory durable = DurableDirectory.open(directory, disk);
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
            SpoolSegment next = SpoolSegment.create(file, series, first);
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
            segments.getLast().append(writing, event);
            last++;
        } catch (IOException e) {
            missed++;
            throw new FileStoreException.Io("write", segments.getLast().file(), e);
        }
    }

    /** The file that is full stays the one that is written until the next is there. */
    private void rotate() throws IOException {
        SpoolSegment before = segments.getLast();
        FileChannel next = begin(last + 1 + missed);
        full.addLast(writing);
        writing = next;
        last += missed;
        missed = 0;
        if (before.count() == 0) {
            segments.remove(before);
            drop(before);
        }
        dropOldest();
    }

    private void dropOldest() throws IOException {
        int kept = segments.stream().mapToInt(SpoolSegment::count).sum();
        while (segments.size() > 1 && kept + EVENTS_PER_FILE > capacity) {
            kept -= segments.getFirst().count();
            drop(segments.removeFirst());
        }
        lowest = Math.max(lowest, segments.getFirst().first());
    }

    @Override
    public EventBatch oldest() {
        flush();
        synchronized (this) {
            try {
                for (SpoolSegment segment : segments) {
                    long from = Math.max(lowest, segment.first());
                    long to = Math.min(segment.last(), durable);
                    if (from <= to) {
                        return new EventBatch(series, from, segment.events(from, batch(from, to)));
                    }
                }
                return new EventBatch(series, durable + 1, List.of());
            } catch (IOException e) {
                throw new FileStoreException.Io("read the events in", directory.path(), e);
            }
        }
    }

    private static int batch(long from, long to) {
        return (int) Math.min(EventBatch.MAX_SIZE, to - from + 1);
    }

    @Override
    public synchronized void forget(long upTo) {
        lowest = Math.max(lowest, Math.min(upTo, last) + 1);
        try {
            while (segments.size() > 1 && segments.getFirst().last() < lowest) {
                drop(segments.removeFirst());
            }
        } catch (IOException e) {
            throw new FileStoreException.Io("delete events in", directory.path(), e);
        }
    }

    @Override
    public synchronized long last() {
        return last;
    }

    @Override
    public void renew() {
        flushing.lock();
        try {
            countAnew();
        } catch (IOException e) {
            throw new FileStoreException.Io("write", directory.path(), e);
        } finally {
            flushing.unlock();
        }
    }

    private synchronized void countAnew() throws IOException {
        List<SpoolSegment> before = List.copyOf(segments);
        List<DoorEvent> kept = new ArrayList<>();
        for (SpoolSegment segment : before) {
            kept.addAll(segment.events(Math.max(lowest, segment.first()), segment.count()));
        }
        Bytes another = names.get();
        SpoolSegment renewed = write(generation + 1, another, kept);
        FileChannel next = open(renewed);
        full.addLast(writing);
        writing = next;
        generation++;
        series = another;
        segments.clear();
        segments.addLast(renewed);
        last = kept.size();
        durable = last;
        lowest = 1;
        while (!full.isEmpty()) {
            full.removeFirst().close();
        }
        for (SpoolSegment superseded : before) {
            drop(superseded);
        }
    }

    /** Writes the first file of a generation; where that fails there is none, and the generation before goes on. */
    private SpoolSegment write(int newer, Bytes another, List<DoorEvent> kept) throws IOException {
        Path file = directory.path(name(newer, 1));
        Path temporary = directory.path(name(newer, 1) + TEMPORARY);
        try {
            SpoolSegment.createDurable(temporary, another, 1, kept);
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

    /** Has all events on the disk that were added before it was called. */
    public void flush() {
        flushing.lock();
        try {
            Unflushed unflushed = unflushed();
            if (unflushed.last() > durable()) {
                for (FileChannel channel : unflushed.full()) {
                    directory.force(channel);
                }
                directory.force(unflushed.writing());
                directory.flush();
                flushed(unflushed);
            }
        } catch (IOException e) {
            throw new FileStoreException.Io("write", directory.path(), e);
        } finally {
            flushing.unlock();
        }
    }

    /** Files that may have events the disk does not have, up to the number of the last. */
    private record Unflushed(List<FileChannel> full, FileChannel writing, long last) {}

    private synchronized Unflushed unflushed() {
        return new Unflushed(List.copyOf(full), writing, last);
    }

    private synchronized long durable() {
        return durable;
    }

    private synchronized void flushed(Unflushed flushed) throws IOException {
        durable = flushed.last();
        for (FileChannel channel : flushed.full()) {
            full.remove(channel);
            channel.close();
        }
    }

    /** Has all events on the disk, and closes the file. */
    @Override
    public void close() {
        flushing.lock(); // whoever flushes just now needs the file
        try {
            flush();
            closeFile();
        } finally {
            flushing.unlock();
        }
    }

    private synchronized void closeFile() {
        flush(); // what was added since
        try {
            writing.close();
        } catch (IOException e) {
            throw new FileStoreException.Io("close", segments.getLast().file(), e);
        }
    }

    /** Not for good before the next flush: an event that comes back after a loss of power is told twice, under its number. */
    private static void drop(SpoolSegment segment) throws IOException {
        Files.deleteIfExists(segment.file());
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
