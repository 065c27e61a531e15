package io.lintel.benchmarks.revocation;

import io.lintel.protocol.serials.SerialSet;
import java.util.BitSet;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Serials that were issued, of which one percent are revoked.
 *
 * @param issued serials 1 to so many were issued
 * @param pattern how those that are revoked lie
 * @param revoked the revoked serials
 */
record Population(int issued, Pattern pattern, SerialSet revoked) {
    private static final long SEED = 20_261_121;
    private static final int ONE_PERCENT = 100;
    private static final int MEAN_RUN = 20;

    /** How revoked serials lie. */
    enum Pattern {
        /** Each for itself: people leave one by one. */
        RANDOM,
        /** In runs of 1 to 39, 20 in the mean: courses end, companies move out. */
        CLUSTERED
    }

    /** Draws one percent of the serials, the same in every run of the program. */
    static Population of(int issued, Pattern pattern) {
        SplittableRandom random = new SplittableRandom(SEED + issued);
        int wanted = issued / ONE_PERCENT;
        BitSet set = new BitSet(issued + 1);
        int left = wanted;
        while (left > 0) {
            int length = pattern == Pattern.RANDOM ? 1 : Math.min(left, random.nextInt(1, 2 * MEAN_RUN));
            int first = random.nextInt(1, issued - length + 2);
            if (set.nextSetBit(first) < 0 || set.nextSetBit(first) >= first + length) {
                set.set(first, first + length);
                left -= length;
            }
        }
        return new Population(
                issued, pattern, SerialSet.of(set.stream().asLongStream().toArray()));
    }

    /** The octets that no coding of such a random set can do without: the logarithm of how many sets there are. */
    double minimumOctets() {
        double bits = 0;
        for (long i = 0; i < revoked.size(); i++) {
            bits += Math.log((issued - i) / (double) (revoked.size() - i));
        }
        return bits / Math.log(2) / Byte.SIZE;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d %s", issued, pattern.name().toLowerCase(Locale.ROOT));
    }
}
