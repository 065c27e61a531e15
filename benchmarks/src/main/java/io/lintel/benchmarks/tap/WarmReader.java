package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.results.OtherJvm;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/**
 * A reader whose code is warm, in a JVM of its own, so that nothing else that ran has a say in how it is compiled. It says what it
 * allocates.
 */
public final class WarmReader {
    private static final int BATCHES = 60;

    private WarmReader() {}

    /**
     * Starts a JVM, warms a reader in it, and returns what it allocates.
     *
     * @throws IllegalStateException if that JVM failed
     */
    static Octets allocates(Suite suite, Allocated what) throws IOException, InterruptedException {
        Process process = OtherJvm.of(WarmReader.class, List.of(), List.of(suite.name(), what.word()))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("what a reader allocates for " + what.words() + " could not be counted");
        }
        String[] numbers = said.split(" ", 2);
        return new Octets(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /** Prints the reader's octets and its floor's: the suite, then {@code fast}, {@code cold} or {@code cached}. */
    @SuppressWarnings("SystemOut") // What is read by the process that started this.
    public static void main(String[] arguments) {
        SecureRandom random = new SecureRandom();
        ReaderAllocation reader = new ReaderAllocation(Primitives.select(random), random, BATCHES);
        Octets octets = reader.of(Suite.valueOf(arguments[0]), Allocated.named(arguments[1]), Long.MIN_VALUE);
        System.out.println(octets.ours() + " " + octets.floor());
    }
}
