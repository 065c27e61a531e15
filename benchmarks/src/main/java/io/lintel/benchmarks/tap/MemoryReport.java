package io.lintel.benchmarks.tap;

import io.lintel.crypto.Suite;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a reader allocates above its floor, and what it keeps of each phone, as the difference that many make. */
final class MemoryReport {
    /** The heap in which a reader of a million credentials and a hundred thousand ratchets is tested. */
    static final int HEAP_MEBIBYTES = 2048;

    /** What of that may be in use: a collector wants the rest to work in. */
    static final double USED_AT_MOST = 0.75;

    static final int KNOWN = 1_000_000;
    static final int MET = 100_000;

    /** Each is a look of its own, for a JVM compiles in its own way. */
    private static final int JVMS = 3;

    private static final int MANY = 20_000;
    private static final int SMALL_HEAP_MEBIBYTES = 256;
    private static final long MEBIBYTE = 1 << 20;

    private final Output output;

    MemoryReport(Output output) {
        this.output = output;
    }

    /** Measures and prints; the full reader takes a minute or two to fill, and is left out of a quick run. */
    void run(List<Suite> suites, boolean isQuick) throws IOException, InterruptedException {
        output.say(
                "%n%-40s %-7s %9s %9s %9s %15s %9s%n",
                "octets a reader allocates", "suite", "ours", "floor's", "above", "(from to)", "aim");
        for (Suite suite : suites) {
            for (Allocated what : Allocated.values()) {
                allocated(suite, what, isQuick ? 1 : JVMS);
            }
        }
        long empty = FullReader.heapInUse(SMALL_HEAP_MEBIBYTES, 0, 0);
        long known = FullReader.heapInUse(SMALL_HEAP_MEBIBYTES, MANY, 0);
        long met = FullReader.heapInUse(SMALL_HEAP_MEBIBYTES, MANY, MANY);
        kept("a known credential", (known - empty) / MANY);
        kept("a ratchet", (met - known) / MANY);
        if (!isQuick) {
            long full = FullReader.heapInUse(HEAP_MEBIBYTES, KNOWN, MET);
            kept(KNOWN + " credentials, " + MET + " ratchets, all of the heap", full);
            output.aim(
                    KNOWN + " credentials, " + MET + " ratchets: in use of " + HEAP_MEBIBYTES + " MiB",
                    "default",
                    Ratio.once(full, HEAP_MEBIBYTES * MEBIBYTE),
                    Aimed.atMost(USED_AT_MOST));
        }
    }

    /** The JVM in the middle, and as an interval the lowest and the highest; of one JVM there is none. */
    private void allocated(Suite suite, Allocated what, int jvms) throws IOException, InterruptedException {
        List<Octets> looks = new ArrayList<>();
        for (int jvm = 0; jvm < jvms; jvm++) {
            looks.add(WarmReader.allocates(suite, what));
        }
        looks.sort(Comparator.comparingLong(Octets::above));
        Octets middle = looks.get(jvms / 2);
        String from = jvms == 1 ? "null" : String.valueOf(looks.get(0).above());
        String to = jvms == 1 ? "null" : String.valueOf(looks.get(jvms - 1).above());
        output.say(
                "%-40s %-7s %9d %9d %9d %15s %9d%n",
                what.words(),
                suite,
                middle.ours(),
                middle.floor(),
                middle.above(),
                jvms == 1 ? "-" : "(" + from + " " + to + ")",
                what.aim());
        output.fact(
                "{\"figure\":\"octets allocated above the floor, %s\",\"suite\":\"%s\",\"ours\":%d,\"floors\":%d,\"value\":%d,"
                        + "\"from\":%s,\"to\":%s,\"aim\":%d}%n",
                what.words(), suite, middle.ours(), middle.floor(), middle.above(), from, to, what.aim());
    }

    private void kept(String of, long octets) {
        output.say("octets kept of %-60s %14d%n", of, octets);
        output.fact("{\"figure\":\"octets kept of %s\",\"octets\":%d}%n", of, octets);
    }
}
