package io.lintel.benchmarks.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialCoding;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.roaringbitmap.RoaringBitmap;

/** Times of look-ups and of decoding, ours and a rival's in turns within one run. */
final class ListTimes {
    private static final int LOOK_UPS = 1 << 20;

    private final int rounds;
    private long sink;

    ListTimes(int rounds) {
        this.rounds = rounds;
    }

    /**
     * Medians of the rounds.
     *
     * @param nanos ours, for one operation
     * @param rival the rival's
     * @param memory octets that ours holds in memory
     * @param rivalMemory octets that the rival holds
     */
    record Pair(double nanos, double rival, long memory, long rivalMemory) {
        double ratio() {
            return nanos / rival;
        }
    }

    /** Looks random serials up, of which one in a hundred is revoked, here and in a Roaring bitmap. */
    Pair lookUps(Population population) {
        CodedSerials list = CodedSerials.of(1, population.revoked());
        RoaringBitmap roaring = Rivals.roaring(population);
        int[] asked = new SplittableRandom(1)
                .ints(LOOK_UPS, 1, population.issued() + 1)
                .toArray();
        double[][] times = inTurns(
                () -> {
                    long found = 0;
                    for (int serial : asked) {
                        found += list.contains(serial) ? 1 : 0;
                    }
                    return found;
                },
                () -> {
                    long found = 0;
                    for (int serial : asked) {
                        found += roaring.contains(serial) ? 1 : 0;
                    }
                    return found;
                });
        return new Pair(
                median(times[0]) / LOOK_UPS, median(times[1]) / LOOK_UPS, list.memory(), roaring.getLongSizeInBytes());
    }

    /** Decodes and checks the whole of a list, which leaves it ready for look-ups, and inflates a Token Status List. */
    Pair decoding(Population population) {
        CodedSerials list = CodedSerials.of(1, population.revoked());
        Bytes octets = list.octets();
        SerialCoding coding = list.coding();
        byte[] compressed = Rivals.tokenStatusList(population);
        byte[] bits = new byte[population.issued() / Byte.SIZE + 1];
        double[][] times = inTurns(() -> CodedSerials.read(1, coding, octets).size(), () -> inflate(compressed, bits));
        return new Pair(median(times[0]), median(times[1]), list.memory(), bits.length);
    }

    private static long inflate(byte[] compressed, byte[] bits) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            return inflater.inflate(bits);
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was deflated here cannot be inflated", e);
        } finally {
            inflater.end();
        }
    }

    private double[][] inTurns(LongSupplier ours, LongSupplier rival) {
        double[][] times = new double[2][rounds];
        for (int warm = 0; warm < rounds; warm++) {
            nanos(ours);
            nanos(rival);
        }
        for (int round = 0; round < rounds; round++) {
            times[0][round] = nanos(ours);
            times[1][round] = nanos(rival);
        }
        return times;
    }

    private double nanos(LongSupplier work) {
        long start = System.nanoTime();
        sink += work.getAsLong();
        return System.nanoTime() - start;
    }

    /** Returns a number that depends on all results, so that none of the work can be left out. */
    long sink() {
        return sink;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
