package io.lintel.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread of one process at a time into a directory, through a lock file in it.
 *
 * <p>The system releases the lock of a process that dies. It is held for one read and write, a few milliseconds, so
 * waiting for it is not bounded further. Two threads of one process cannot both hold a file lock (Java refuses the
 * second), so a lock in memory comes first, one per lock file in the whole process.
 */
final class DirectoryLock {
    private static final String NAME = "lock";
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock mutex;

    DirectoryLock(DurableDirectory directory) {
        this.file = directory.path(NAME);
        this.mutex = IN_THIS_PROCESS.computeIfAbsent(realPath(directory.path()), path -> new ReentrantLock());
    }

    /** Two spellings of one directory have to meet in one lock. */
    private static Path realPath(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new FileStoreException.Io("find", directory, e);
        }
    }

    /** Runs {@code work} while nobody else is in. Not reentrant. */
    <T> T whileHeld(Supplier<T> work) {
        if (mutex.isHeldByCurrentThread()) {
            throw new IllegalStateException("the directory lock is already held by this thread");
        }
        mutex.lock();
        try (FileChannel channel = open();
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IllegalStateException("the system gave an invalid lock");
            }
            return work.get();
        } catch (IOException e) {
            throw new FileStoreException.Io("lock", file, e);
        } finally {
            mutex.unlock();
        }
    }

    private FileChannel open() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, DurableDirectory.ownerOnlyFile(directory == null ? file : directory));
    }
}
