package io.lintel.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process at a time into a directory, through a lock file in it.
 *
 * <p>The system releases the lock of a process that dies. It is held for one read and write, a few milliseconds; whoever
 * waits longer than a bound gives up, because a process that was stopped while it held the lock never gives it back. Two threads of one process cannot both hold a file lock (Java refuses the
 * second), so a lock in memory comes first, one per lock file in the whole process.
 */
final class DirectoryLock {
    private static final String NAME = "lock";

    /** Long for a few writes in turn, and shorter than an opener lives: a tap has to go on without the lock. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long POLL_NANOS = Duration.ofMillis(1).toNanos();
    private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Path file;
    private final ReentrantLock mutex;
    private final Duration patience;

    DirectoryLock(DurableDirectory directory) {
        this(directory, PATIENCE);
    }

    DirectoryLock(DurableDirectory directory, Duration patience) {
        this.patience = patience;
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

    /**
     * Runs {@code work} while nobody else is in. Not reentrant.
     *
     * @throws FileStoreException.Busy if somebody else did not leave in time; nothing was done then
     */
    <T> T whileHeld(Supplier<T> work) {
        if (mutex.isHeldByCurrentThread()) {
            throw new IllegalStateException("the directory lock is already held by this thread");
        }
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        enter();
        try (FileChannel channel = open();
                FileLock held = lock(channel, deadlineNanos)) {
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

    private void enter() {
        try {
            if (!mutex.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new FileStoreException.Busy(file);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new FileStoreException.Busy(file);
        }
    }

    private FileLock lock(FileChannel channel, long deadlineNanos) throws IOException {
        while (true) {
            FileLock held = tryLock(channel);
            if (held != null) {
                return held;
            }
            if (System.nanoTime() - deadlineNanos >= 0) {
                throw new FileStoreException.Busy(file);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null; // by code that another class loader loaded
        }
    }

    private FileChannel open() throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, DurableDirectory.ownerOnlyFile(directory == null ? file : directory));
    }
}
