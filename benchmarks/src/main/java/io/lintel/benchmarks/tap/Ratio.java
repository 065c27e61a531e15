package io.lintel.benchmarks.tap;

import java.util.Arrays;
import java.util.List;

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

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
