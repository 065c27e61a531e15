package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.results.OtherJvm;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.MemoryWalletStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/**
 * A reader that knows many phones and has met many, in a JVM of its own whose heap is stated. It decides taps, cold and fast,
 * with its tables full, and says how much of the heap is in use.
 */
public final class FullReader {
    private static final int TAPS = 100;
    private static final int COLLECTIONS = 3;

    private FullReader() {}

    /**
     * Starts a JVM, fills a reader in it, taps, and returns the octets of its heap that are in use then.
     *
     * @param heapMebibytes what the JVM is given
     * @param known credentials that the reader is given
     * @param met those among them of which it has a ratchet
     * @throws IllegalStateException if the reader does not fit, or a tap was not granted
     */
    static long heapInUse(int heapMebibytes, int known, int met) throws IOException, InterruptedException {
        Process process = OtherJvm.of(
                        FullReader.class,
                        List.of("-Xmx" + heapMebibytes + "m", "-XX:+UseG1GC"),
                        List.of(String.valueOf(known), String.valueOf(met)))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a reader that knows " + known + " and has met " + met
                    + " does not decide in a heap of " + heapMebibytes + " MiB");
        }
        return Long.parseLong(said);
    }

    /** Does what is said above: the credentials known, then those met. */
    @SuppressWarnings({"SystemOut", "ExplicitGC"
    }) // What is read by the process that started this; what is in use and no more.
    public static void main(String[] arguments) {
        SecureRandom random = new SecureRandom();
        Door door = Door.crowded(
                Primitives.select(random).suite(Suite.X25519),
                new MemoryWalletStore(),
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                SecretBytes::close,
                random);
        for (int tap = 0; tap < TAPS; tap++) {
            door.tap(); // throws unless granted, fast
        }
        Runtime runtime = Runtime.getRuntime();
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            System.gc();
        }
        long used = runtime.totalMemory() - runtime.freeMemory();
        door.tap(); // so that the reader is in use until here
        System.out.println(used);
    }
}
