package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * One file of a spool: a header, then one record of one size for each event, numbered from the header's number on. Each record
 * has its checksum, so that one which was being written when the power went ends the file.
 *
 * <p>Header: {@code "LSPL"}, version 1, 3 zeros, series (8), number of the first event (8), CRC-32C of all of it (4). Record:
 * the event ({@value DoorEvent#SIZE_BYTES}), CRC-32C of its number and itself (4). Integers are big-endian.
 */
final class SpoolSegment {
    private static final int MAGIC = 0x4c53504c;
    private static final byte VERSION = 1;
    private static final int HEADER_SIZE = 28;
    private static final int RECORD_SIZE = DoorEvent.SIZE_BYTES + Integer.BYTES;

    private final Path file;
    private final Bytes series;
    private final long first;
    private int count;

    private SpoolSegment(Path file, Bytes series, long first, int count) {
        this.file = file;
        this.series = series;
        this.first = first;
        this.count = count;
    }

    /** Makes a file without events. It is on the disk when it was flushed, and its directory. */
    static SpoolSegment create(Path file, Bytes series, long first) throws IOException {
        SpoolSegment segment = new SpoolSegment(file, series, first, 0);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                DurableDirectory.ownerOnlyFile(file))) {
            write(channel, segment.header(), 0);
        }
        return segment;
    }

    /** Makes a file with some events in it, durably but for its name. */
    static SpoolSegment createDurable(Path file, Bytes series, long first, List<DoorEvent> events) throws IOException {
        SpoolSegment segment = create(file, series, first);
        try (FileChannel channel = segment.channel()) {
            for (DoorEvent event : events) {
                segment.append(channel, event);
            }
            channel.force(true);
        }
        return segment;
    }

    /** Reads what is whole of a file; empty where not even its header is. */
    static Optional<SpoolSegment> open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = read(channel, 0, HEADER_SIZE);
            if (header.remaining() < HEADER_SIZE || header.getInt(0) != MAGIC || header.get(4) != VERSION) {
                return Optional.empty();
            }
            Bytes series = octets(header, 8, EventBatch.SERIES_SIZE_BYTES);
            SpoolSegment segment = new SpoolSegment(file, series, header.getLong(16), 0);
            if (!header.equals(segment.header())) {
                return Optional.empty();
            }
            while (segment.read(channel, segment.count).isPresent()) {
                segment.count++;
            }
            return Optional.of(segment);
        }
    }

    Path file() {
        return file;
    }

    Bytes series() {
        return series;
    }

    long first() {
        return first;
    }

    int count() {
        return count;
    }

    /** The number of the last event; one less than {@link #first()} where there is none. */
    long last() {
        return first + count - 1;
    }

    /** Brings all of it to the disk, whoever wrote it. */
    void force() throws IOException {
        try (FileChannel channel = channel()) {
            channel.force(true);
        }
    }

    FileChannel channel() throws IOException {
        return FileChannel.open(file, StandardOpenOption.WRITE);
    }

    /** Writes an event behind the last one: over what a write that failed may have left there. */
    void append(FileChannel channel, DoorEvent event) throws IOException {
        write(channel, record(first + count, event.encode()), HEADER_SIZE + (long) count * RECORD_SIZE);
        count++;
    }

    /** The events from a number on, at most so many. */
    List<DoorEvent> events(long from, int limit) throws IOException {
        List<DoorEvent> events = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long number = from; number <= last() && events.size() < limit; number++) {
                events.add(read(channel, (int) (number - first))
                        .orElseThrow(() -> new FileStoreException.Corrupt(file, "an event in it is not whole")));
            }
        }
        return events;
    }

    private Optional<DoorEvent> read(FileChannel channel, int index) throws IOException {
        ByteBuffer record = read(channel, HEADER_SIZE + (long) index * RECORD_SIZE, RECORD_SIZE);
        if (record.remaining() < RECORD_SIZE) {
            return Optional.empty();
        }
        Bytes event = octets(record, 0, DoorEvent.SIZE_BYTES);
        return record.equals(record(first + index, event)) ? DoorEvent.decode(event) : Optional.empty();
    }

    private static Bytes octets(ByteBuffer buffer, int from, int size) {
        byte[] octets = new byte[size];
        buffer.get(from, octets);
        return Bytes.copyOf(octets);
    }

    private ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER_SIZE);
        header.putInt(MAGIC).put(VERSION).position(8);
        header.put(series.toByteArray()).putLong(first);
        CRC32C sum = new CRC32C();
        sum.update(header.array(), 0, header.position());
        return header.putInt((int) sum.getValue()).flip();
    }

    /** The octets of an event, with a checksum that holds whatever they say. */
    static ByteBuffer record(long number, Bytes event) {
        byte[] octets = event.toByteArray();
        CRC32C sum = new CRC32C();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
        sum.update(octets);
        return ByteBuffer.allocate(RECORD_SIZE)
                .put(octets)
                .putInt((int) sum.getValue())
                .flip();
    }

    private static void write(FileChannel channel, ByteBuffer octets, long at) throws IOException {
        long position = at;
        while (octets.hasRemaining()) {
            position += channel.write(octets, position);
        }
    }

    private static ByteBuffer read(FileChannel channel, long at, int size) throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(size);
        while (octets.hasRemaining() && channel.read(octets, at + octets.position()) >= 0) {
            // until all of it is there
        }
        return octets.flip();
    }
}
