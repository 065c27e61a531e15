package io.lintel.benchmarks.tap;

import java.io.IOException;

/** What a reader keeps of each phone, as the difference that many make. */
final class MemoryReport {
    /** The heap in which a reader of a million credentials and a hundred thousand ratchets is tested. */
    static final int HEAP_MEBIBYTES = 2048;

    /** What of that may be in use: a collector wants the rest to work in. */
    static final double USED_AT_MOST = 0.75;

    static final int KNOWN = 1_000_000;
    static final int MET = 100_000;

    private static final int MANY = 20_000;
    private static final int SMALL_HEAP_MEBIBYTES = 256;

    private final Output output;

    MemoryReport(Output output) {
        this.output = output;
    }

    /** Measures and prints; the full reader takes minutes to fill, and is left out of a quick run. */
    void run(boolean isQuick) throws IOException, InterruptedException {
        long empty = FullReader.heapInUse(SMALL_HEAP_MEBIBYTES, 0, 0);
        long known = FullReader.heapInUse(SMALL_HEAP_MEBIBYTES, MANY, 0);
        long met = FullReader.heapInUse(SMALL_HEAP_MEBIBYTES, MANY, MANY);
        print("octets of a known credential", (known - empty) / MANY);
        print("octets of a ratchet", (met - known) / MANY);
        if (!isQuick) {
            print(
                    KNOWN + " known, " + MET + " met, heap of " + HEAP_MEBIBYTES + " MiB: octets in use",
                    FullReader.heapInUse(HEAP_MEBIBYTES, KNOWN, MET));
        }
    }

    private void print(String what, long octets) {
        output.say("%-76s %14d%n", what, octets);
        output.fact("{\"figure\":\"%s\",\"octets\":%d}%n", what, octets);
    }
}
