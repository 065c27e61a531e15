package io.lintel.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A disk whose power ends before a step of the test's choice. What was not brought to the medium by then is lost or not, as
 * chance will have it: octets that were not forced from some place on, names that were not flushed altogether. The medium is
 * pretended, so that nothing waits for a real one.
 */
final class CrashingDisk extends SystemDisk {
    /** The power is off. */
    static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PowerCut() {
            super("the power is off", null, false, false);
        }
    }

    /** A step that fails and leaves the power on. */
    enum Failure {
        POWER_CUT,
        IO_ERROR
    }

    private final Random chance;
    private final Failure failure;
    private int stepsLeft;
    private boolean off;

    /** Where the octets stand that were written and not forced; there is one file at a time. */
    private @Nullable Path unforced;

    /** What names meant before a rename that was not flushed; null where there was no such file. */
    private final Map<Path, byte @Nullable []> unflushed = new HashMap<>();

    CrashingDisk(int steps, Failure failure, long seed) {
        this.stepsLeft = steps;
        this.failure = failure;
        this.chance = new Random(seed);
    }

    /** Returns a disk that does not fail. */
    static CrashingDisk sound() {
        return new CrashingDisk(Integer.MAX_VALUE, Failure.IO_ERROR, 0);
    }

    /** Returns whether the step was reached. */
    boolean hasFailed() {
        return stepsLeft < 0;
    }

    @Override
    public boolean delete(Path file) throws IOException {
        step();
        return super.delete(file);
    }

    @Override
    public FileChannel create(Path file, FileAttribute<?>... attributes) throws IOException {
        step();
        unforced = file;
        return super.create(file, attributes);
    }

    @Override
    public void write(FileChannel file, ByteBuffer octets) throws IOException {
        step();
        super.write(file, octets);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        step();
        unforced = null;
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        unflushed.putIfAbsent(to, contentOf(to));
        super.rename(from, to);
        if (from.equals(unforced)) {
            unforced = to;
        }
    }

    @Override
    public void flush(Path directory) throws IOException {
        step();
        unflushed.clear();
    }

    private void step() throws IOException {
        if (off) {
            throw new PowerCut();
        }
        if (stepsLeft-- != 0) {
            return;
        }
        if (failure == Failure.IO_ERROR) {
            throw new IOException("a failure that the test wants");
        }
        off = true;
        loseWhatIsNotOnTheMedium();
        throw new PowerCut();
    }

    private void loseWhatIsNotOnTheMedium() throws IOException {
        if (unforced != null) {
            try (FileChannel file = FileChannel.open(unforced, StandardOpenOption.WRITE)) {
                file.truncate((long) (chance.nextDouble() * (file.size() + 1)));
            }
        }
        for (Map.Entry<Path, byte @Nullable []> before : unflushed.entrySet()) {
            if (chance.nextBoolean()) {
                restore(before.getKey(), before.getValue());
            }
        }
    }

    private static void restore(Path file, byte @Nullable [] content) throws IOException {
        if (content == null) {
            Files.deleteIfExists(file);
        } else {
            Files.write(file, content);
        }
    }

    private static byte @Nullable [] contentOf(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException none) {
            return null;
        }
    }
}
