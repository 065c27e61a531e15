package io.lintel.store.sql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that tries to lock a database as the last one that closes it does, and prints whether it could. */
final class LockingProcess {

    /** SQLite's {@code SHARED_FIRST} and {@code SHARED_SIZE}: every connection holds a part of this range. */
    private static final long SHARED_FIRST = 0x4000_0002L;

    private static final long SHARED_SIZE = 510;

    private LockingProcess() {}

    @SuppressWarnings("SystemOut") // The parent process reads it.
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(SHARED_FIRST, SHARED_SIZE, false)) {
            System.out.print(lock == null ? "kept" : "free");
        }
    }

    /** Runs it to its end: "kept" where another process holds a lock, else "free". */
    static String run(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return new String(process.getInputStream().readAllBytes(), US_ASCII);
        } finally {
            process.waitFor();
        }
    }
}
