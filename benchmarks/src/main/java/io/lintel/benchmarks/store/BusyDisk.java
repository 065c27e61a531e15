package io.lintel.benchmarks.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Somebody else on the disk, who writes and flushes without a pause: every commit has to wait behind that. */
final class BusyDisk implements AutoCloseable {

    private static final int CHUNK_BYTES = 4 << 20;
    private static final int CHUNKS = 16;

    private final Path file;
    private final Thread writer = new Thread(this::write, "busy-disk");
    private volatile boolean isOver;
    private volatile @Nullable IOException failure;

    /**
     * A disk that is left alone for now.
     *
     * @param directory on the disk that is to be busy
     */
    BusyDisk(Path directory) {
        file = directory.resolve("busy");
    }

    void begin() {
        writer.start();
    }

    private void write() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
            for (int next = 0; !isOver; next = (next + 1) % CHUNKS) {
                channel.write(chunk.clear(), (long) next * CHUNK_BYTES);
                channel.force(true);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Ends, and fails where the disk was not kept busy until now. */
    @Override
    public void close() throws IOException {
        isOver = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(file);
        if (failure != null) {
            throw new IOException("the disk was not kept busy", failure);
        }
    }
}
