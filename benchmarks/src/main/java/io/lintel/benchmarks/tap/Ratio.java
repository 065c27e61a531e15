package io.lintel.benchmarks.tap;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Times of two that were measured in turns, and their ratio.
 *
 * @param ours the median of ours
 * @param other the median of the other's
 * @param ratio the median of the rounds' ratios
 * @param lowest the lowest of them
 * @param highest the highest of them
 */
record Ratio(double ours, double other, double ratio, double lowest, double highest) {

    /** Returns the ratio of times that belong to each other in pairs. */
    static Ratio of(List<Double> ours, List<Double> others) {
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours.get(i) / others.get(i);
        }
        Arrays.sort(ratios);
        return new Ratio(median(ours), median(others), ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    /** Returns the ratio of times that were measured one after the other: its range is as wide as both together allow. */
    static Ratio unpaired(List<Double> ours, List<Double> others) {
        double median = median(ours) / median(others);
        double lowest = Collections.min(ours) / Collections.max(others);
        double highest = Collections.max(ours) / Collections.min(others);
        return new Ratio(median(ours), median(others), median, lowest, highest);
    }

    /** Returns lowest and highest as a table has them. */
    String range() {
        return String.format(Locale.ROOT, "(%.2f %.2f)", lowest, highest);
    }

    /** Returns the ratio alone. */
    String text() {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
