package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableDirectoryTest {
    @TempDir
    Path temporary;

    private DurableDirectory directory;

    @BeforeEach
    void open() {
        directory = DurableDirectory.open(temporary.resolve("wallet").resolve("inner"));
    }

    @Test
    void aFileIsReadAsItWasWrittenLast() {
        directory.write(FileKind.ENROLMENT, "a.bin", new byte[] {1});
        directory.write(FileKind.ENROLMENT, "a.bin", new byte[] {2, 3});

        assertArrayEquals(
                new byte[] {2, 3}, directory.read(FileKind.ENROLMENT, "a.bin").orElseThrow());
        assertEquals(Optional.empty(), directory.read(FileKind.ENROLMENT, "b.bin"));
    }

    @Test
    void namesAreListedInOrderAndWithoutTemporaryFiles() throws IOException {
        directory.write(FileKind.ENROLMENT, "b.bin", new byte[1]);
        directory.write(FileKind.ENROLMENT, "a.bin", new byte[1]);
        Files.write(directory.path("c.bin.tmp"), new byte[5]);

        assertEquals(List.of("a.bin", "b.bin"), directory.names(".bin"));
        directory.delete("a.bin");
        assertEquals(List.of("b.bin"), directory.names(".bin"));
    }

    @Test
    void aTemporaryFileThatACrashLeftIsNoObstacle() throws IOException {
        Files.write(directory.path("a.bin.tmp"), new byte[5]);

        directory.write(FileKind.ENROLMENT, "a.bin", new byte[] {9});

        assertArrayEquals(
                new byte[] {9}, directory.read(FileKind.ENROLMENT, "a.bin").orElseThrow());
        assertFalse(Files.exists(directory.path("a.bin.tmp")));
    }

    @Test
    void onlyTheOwnerMayLook() throws IOException {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));
        directory.write(FileKind.ENROLMENT, "a.bin", new byte[1]);
        new DirectoryLock(directory).whileHeld(() -> 0);

        assertEquals("rwx------", permissions(directory.path()));
        assertEquals("rwx------", permissions(temporary.resolve("wallet")));
        assertEquals("rw-------", permissions(directory.path("a.bin")));
        assertEquals("rw-------", permissions(directory.path("lock")));
    }

    @Test
    void aFileTooLongToBeOursIsDamagedAndNotRead() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(directory.path("a.bin").toFile(), "rw")) {
            huge.setLength(1L << 40);
        }

        assertThrows(FileStoreException.Corrupt.class, () -> directory.read(FileKind.ENROLMENT, "a.bin"));
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path inTheWay = Files.writeString(temporary.resolve("file"), "in the way");

        FileStoreException refused =
                assertThrows(FileStoreException.Io.class, () -> DurableDirectory.open(inTheWay.resolve("wallet")));

        assertTrue(refused.getMessage().contains(inTheWay.toString()), refused.getMessage());
        assertTrue(refused.getMessage().contains("this user may write there"), refused.getMessage());
    }

    @Test
    void oneThreadAtATimeIsInTheDirectory() throws Exception {
        DirectoryLock one = new DirectoryLock(directory);
        DirectoryLock other = new DirectoryLock(DurableDirectory.open(directory.path()));
        int[] counter = {0};
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = List.of(
                    threads.submit(() -> count(one, counter)),
                    threads.submit(() -> count(other, counter)),
                    threads.submit(() -> count(one, counter)),
                    threads.submit(() -> count(other, counter)));
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertEquals(400, counter[0]);
    }

    @Test
    void theLockIsFreeAgainAfterAFailure() {
        DirectoryLock lock = new DirectoryLock(directory);
        assertThrows(
                IllegalArgumentException.class,
                () -> lock.whileHeld(() -> {
                    throw new IllegalArgumentException("inside");
                }));

        assertEquals(7, lock.whileHeld(() -> 7));
        assertThrows(IllegalStateException.class, () -> lock.whileHeld(() -> lock.whileHeld(() -> 0)));
    }

    @Test
    void whoeverWaitsTooLongForTheLockGivesUpAndNothingIsDone() throws Exception {
        DirectoryLock patient = new DirectoryLock(directory);
        DirectoryLock hasty = new DirectoryLock(directory, Duration.ofMillis(1));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            patient.whileHeld(() -> {
                Future<?> waiting = other.submit(() -> hasty.whileHeld(() -> fail("the lock was held")));
                ExecutionException gaveUp = assertThrows(ExecutionException.class, waiting::get);
                return assertInstanceOf(FileStoreException.Busy.class, gaveUp.getCause());
            });
        } finally {
            other.shutdown();
        }
        assertEquals(7, hasty.whileHeld(() -> 7));
    }

    @Test
    void aLockOfAnotherProcessIsWaitedForNoLongerThanItsBound() throws Exception {
        DirectoryLock hasty = new DirectoryLock(directory, Duration.ofMillis(1));
        // A lock that this process holds outside DirectoryLock is refused as another process's would be.
        try (FileChannel file =
                        FileChannel.open(directory.path("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            assertTrue(held.isValid());
            assertThrows(FileStoreException.Busy.class, () -> hasty.whileHeld(() -> fail("the lock was held")));
        }
        assertEquals(7, hasty.whileHeld(() -> 7));
    }

    @Test
    void aDirectoryThatCannotBeFlushedIsAnError() {
        assumeTrue(temporary.getFileSystem().supportedFileAttributeViews().contains("posix"));

        assertThrows(IOException.class, () -> new SystemDisk().flush(temporary.resolve("not there")));
    }

    private static void count(DirectoryLock lock, int[] counter) {
        for (int i = 0; i < 100; i++) {
            lock.whileHeld(() -> counter[0]++);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
