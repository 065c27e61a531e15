package io.lintel.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gives a directory to one owner until it is closed; the system takes it from a process that dies. */
final class OwnerLock implements AutoCloseable {
    private static final String NAME = "owner";

    /** Closing any channel of a file gives up all of this process's locks on it, so that a second one must not be opened. */
    private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private OwnerLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes a directory, or fails with {@link FileStoreException.Busy} at once. */
    static OwnerLock take(DurableDirectory directory) {
        Path file = directory.path(NAME);
        try {
            file = directory.path().toRealPath().resolve(NAME);
            if (!IN_THIS_PROCESS.add(file)) {
                throw new FileStoreException.Busy(file);
            }
            return locked(file);
        } catch (IOException e) {
            throw new FileStoreException.Io("lock", file, e);
        }
    }

    private static OwnerLock locked(Path file) throws IOException {
        boolean taken = false;
        @Nullable FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    DurableDirectory.ownerOnlyFile(file));
            if (channel.tryLock() == null) {
                throw new FileStoreException.Busy(file);
            }
            taken = true;
            return new OwnerLock(file, channel);
        } finally {
            if (!taken) {
                IN_THIS_PROCESS.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    /** Fails where the directory was given back. */
    void require() {
        if (!channel.isOpen()) {
            throw new FileStoreException.Busy(file);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new FileStoreException.Io("unlock", file, e);
        } finally {
            IN_THIS_PROCESS.remove(file);
        }
    }
}
