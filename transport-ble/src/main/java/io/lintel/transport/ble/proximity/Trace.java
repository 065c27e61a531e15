package io.lintel.transport.ble.proximity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The signals of the last {@link #WINDOW}, oldest first, of all readers. Immutable, and bounded: of more than {@link #MOST} the oldest go.
 */
public record Trace<D>(List<Signal<D>> signals) {
    /** How far back a signal says anything about where the phone is. */
    public static final Duration WINDOW = Duration.ofMillis(1500);

    /** The most signals that are kept. */
    public static final int MOST = 1024;

    /** A signal of this age counts half as much as one of now. */
    private static final double HALF_LIFE_MILLIS = 450;

    /** Copies the signals; they have to be in the order of their times. */
    public Trace {
        signals = List.copyOf(signals);
    }

    /** Nothing heard yet. */
    public static <D> Trace<D> empty() {
        return new Trace<>(List.of());
    }

    /** Returns the trace with one more signal, and without those that it makes too old. A signal before the last one is taken for as late. */
    public Trace<D> with(Signal<D> heard) {
        Instant last =
                signals.isEmpty() ? heard.at() : signals.get(signals.size() - 1).at();
        Signal<D> next = heard.at().isBefore(last)
                ? new Signal<>(heard.reader(), last, heard.rssi(), heard.powerAtOneMetre())
                : heard;
        List<Signal<D>> kept = new ArrayList<>();
        for (Signal<D> signal : signals) {
            if (!signal.at().isBefore(next.at().minus(WINDOW))) {
                kept.add(signal);
            }
        }
        kept.add(next);
        return new Trace<>(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
    }

    /** Where each reader that was heard lately seems to be, the nearest first. */
    List<Estimate<D>> estimates(Instant now) {
        Map<D, Sum> sums = new LinkedHashMap<>();
        for (Signal<D> signal : signals) {
            Duration age = Duration.between(signal.at(), now);
            if (!age.isNegative() && age.compareTo(WINDOW) <= 0) {
                sums.computeIfAbsent(signal.reader(), reader -> new Sum())
                        .add(signal.attenuation(), Math.pow(0.5, age.toMillis() / HALF_LIFE_MILLIS));
            }
        }
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .sorted(Comparator.comparingDouble(estimate -> estimate.attenuation()))
                .toList();
    }

    /** A weighted mean under way. */
    private static final class Sum {
        private double weights;
        private double squares;
        private double attenuations;

        void add(double attenuation, double weight) {
            weights += weight;
            squares += weight * weight;
            attenuations += weight * attenuation;
        }

        <D> Estimate<D> of(D reader) {
            return new Estimate<>(reader, attenuations / weights, weights * weights / squares);
        }
    }
}
