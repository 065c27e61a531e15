package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.results.Ratios;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.util.ListStatistics;

/**
 * The ratio of two that were measured in some rounds, and its interval. Each round has JVMs of its own, so a round is what repeats
 * independently, and iterations of one JVM are not: the ratio is the geometric mean of the rounds', and the interval is Student's
 * of their logarithms, at 95 %.
 *
 * @param ours the median of ours
 * @param other the median of the other's
 * @param ratio the ratio
 * @param from where its interval begins; NaN with fewer than three rounds, which have none
 * @param to where it ends, or NaN
 */
record Ratio(double ours, double other, double ratio, double from, double to) {
    private static final double CONFIDENCE = 0.95;

    static Ratio of(List<Round> rounds) {
        ListStatistics logarithms = new ListStatistics(
                rounds.stream().mapToDouble(round -> Math.log(round.ratio())).toArray());
        double error = logarithms.getMeanErrorAt(CONFIDENCE); // NaN with fewer than three
        return new Ratio(
                Ratios.median(rounds.stream().map(Round::ours).toList()),
                Ratios.median(rounds.stream().map(Round::other).toList()),
                Math.exp(logarithms.getMean()),
                Math.exp(logarithms.getMean() - error),
                Math.exp(logarithms.getMean() + error));
    }

    /** A ratio that was measured once, so that it has no interval. */
    static Ratio once(long ours, long other) {
        return new Ratio((double) ours, (double) other, ours / (double) other, Double.NaN, Double.NaN);
    }

    /** Returns the interval as a table has it. */
    String range() {
        return Double.isNaN(from) ? "-" : String.format(Locale.ROOT, "(%.2f %.2f)", from, to);
    }

    /** Returns the ratio alone. */
    String text() {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }
}
