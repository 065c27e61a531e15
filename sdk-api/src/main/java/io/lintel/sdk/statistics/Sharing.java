package io.lintel.sdk.statistics;

import io.lintel.sdk.profile.StatisticsRules;
import java.time.Duration;
import java.time.Instant;

/**
 * What a site shares with the operator ({@code STA-01}). Two switches: that of crash reports is its own ({@code C-34}).
 *
 * @param statistics anonymous statistics, and copies of support requests
 * @param crashReports what a crashed app or manager leaves behind
 */
public record Sharing(Switch statistics, Switch crashReports) {

    /** Within this time after it was switched off, nothing is sent from anywhere any more ({@code STA-19}). */
    public static final Duration LONGEST_STOP = Duration.ofHours(24);

    /** Where a switch stands. */
    public enum Position {
        /** Shared. */
        ON,
        /** Not shared. */
        OFF
    }

    /**
     * One switch.
     *
     * @param position where it stands
     * @param since since when
     */
    public record Switch(Position position, Instant since) {

        /** Whether it is on. */
        public boolean isOn() {
            return position == Position.ON;
        }

        /**
         * When the position counts everywhere. The manager itself follows at once: it sends nothing more, and drops what phones
         * and readers still report.
         */
        public Instant effectiveBy() {
            return isOn() ? since : since.plus(LONGEST_STOP);
        }

        Switch turned(Position next, Instant now) {
            return next == position ? this : new Switch(next, now);
        }
    }

    /** What a site shares until its admin says otherwise: what its profile says. */
    public static Sharing initially(StatisticsRules rules, Instant created) {
        return new Sharing(
                new Switch(position(rules.onByDefault()), created),
                new Switch(position(rules.crashReportsByDefault()), created));
    }

    private static Position position(boolean on) {
        return on ? Position.ON : Position.OFF;
    }

    /** The same, with both switches where they shall stand; one that stays keeps its time. */
    public Sharing turned(Position nextStatistics, Position nextCrashReports, Instant now) {
        return new Sharing(statistics.turned(nextStatistics, now), crashReports.turned(nextCrashReports, now));
    }
}
