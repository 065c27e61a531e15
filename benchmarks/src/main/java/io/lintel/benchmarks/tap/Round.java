package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.results.Ratios;
import java.util.ArrayList;
import java.util.List;

/**
 * What one round says of two that it measured.
 *
 * @param ours the median of ours
 * @param other the median of the other's
 * @param ratio of the two
 */
record Round(double ours, double other, double ratio) {

    /** One JVM measured both in turns: times that stand at the same place make a pair, and the ratio is the median of theirs. */
    static Round inTurns(List<Double> ours, List<Double> others) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < ours.size(); pair++) {
            ratios.add(ours.get(pair) / others.get(pair));
        }
        return new Round(Ratios.median(ours), Ratios.median(others), Ratios.median(ratios));
    }

    /** Two JVMs measured, one after the other: the ratio is that of the medians. */
    static Round apart(List<Double> ours, List<Double> others) {
        double median = Ratios.median(ours);
        double other = Ratios.median(others);
        return new Round(median, other, median / other);
    }

    /** What it says of the other, beside itself. */
    Round ofOther() {
        return new Round(other, other, 1);
    }
}
