package io.lintel.benchmarks.results;

import java.util.ArrayList;
import java.util.List;

/** Ratios of figures that were measured in pairs, and the interval of their median. */
public final class Ratios {
    private static final double CONFIDENCE = 0.95;

    private Ratios() {}

    /** The ratio of each pair. */
    public static List<Double> of(List<Double> ours, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            ratios.add(ours.get(pair) / others.get(pair));
        }
        return ratios;
    }

    /** The median; of an even number the mean of the two in the middle. */
    public static double median(List<Double> values) {
        List<Double> ascending = values.stream().sorted().toList();
        int half = ascending.size() / 2;
        return ascending.size() % 2 == 1 ? ascending.get(half) : (ascending.get(half - 1) + ascending.get(half)) / 2;
    }

    /** An aim whose value is the median of ratios, with the interval of {@link #rank}. */
    public static Aim aim(String what, List<Double> ratios, Aim.Bound bound, double aim) {
        List<Double> ascending = ratios.stream().sorted().toList();
        int rank = rank(ascending.size());
        return new Aim(
                what, median(ratios), ascending.get(rank), ascending.get(ascending.size() - 1 - rank), bound, aim);
    }

    /**
     * How many of the lowest, and of the highest, lie outside of the interval that holds the median with a confidence of 95 %,
     * whatever the distribution (binomial, as of the sign test). With fewer than six no interval is that wide: then it is from the lowest
     * to the highest.
     */
    static int rank(int count) {
        double outside = Math.pow(0.5, count);
        double choose = 1;
        double cumulated = 0;
        int rank = 0;
        while (true) {
            cumulated += choose * outside;
            if (2 * cumulated > 1 - CONFIDENCE || 2 * (rank + 1) >= count) {
                return Math.max(0, rank - 1);
            }
            choose = choose * (count - rank) / (rank + 1);
            rank++;
        }
    }
}
