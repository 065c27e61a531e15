package io.lintel.cli.simulation;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Lengths of time in words, in the unit that fits. */
final class Spans {
    private static final double SECONDS_OF_MINUTE = 60;
    private static final double SECONDS_OF_HOUR = 3_600;
    private static final double SECONDS_OF_DAY = 86_400;

    private Spans() {}

    static String words(Duration time) {
        double seconds = seconds(time);
        if (seconds < 2 * SECONDS_OF_MINUTE) {
            return in(seconds, "s");
        }
        if (seconds < 2 * SECONDS_OF_HOUR) {
            return in(seconds / SECONDS_OF_MINUTE, "min");
        }
        return seconds < 2 * SECONDS_OF_DAY ? in(seconds / SECONDS_OF_HOUR, "h") : in(seconds / SECONDS_OF_DAY, "d");
    }

    /** Returns words for a time that may not have come. */
    static String words(Optional<Duration> time) {
        return time.map(Spans::words).orElse("-");
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    static double hours(Duration time) {
        return seconds(time) / SECONDS_OF_HOUR;
    }

    private static String in(double number, String unit) {
        return String.format(Locale.ROOT, "%.1f %s", number, unit);
    }
}
