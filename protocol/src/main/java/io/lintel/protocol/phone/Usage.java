package io.lintel.protocol.phone;

import io.lintel.protocol.checkin.AppReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the app has counted for one project and not yet reported ({@code STA-11} to {@code STA-16}): no times but the day of
 * the last use, and nobody's name.
 *
 * @param counting whether the app counts; off where the site has said that it wants no reports
 * @param activations credentials activated
 * @param restarts starts of the app
 * @param daysUsed days on which the app was used
 * @param failedConnections taps without an answer
 * @param successfulConnections taps that a reader answered
 * @param triggers taps that a reader granted
 * @param lastDayUsed the day that was counted last
 * @param lastReport when a manager took a report last
 */
public record Usage(
        Counting counting,
        long activations,
        long restarts,
        long daysUsed,
        long failedConnections,
        long successfulConnections,
        long triggers,
        Optional<LocalDate> lastDayUsed,
        Optional<Instant> lastReport) {
    /** Whether the app counts. */
    public enum Counting {
        /** It counts: the site wants reports, or has not said yet. */
        ON,
        /** It does not ({@code STA-19}). */
        OFF
    }

    /** Nothing counted yet. */
    public static final Usage NONE = new Usage(Counting.ON, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    /** Nothing counted, and nothing to be counted. */
    static final Usage STOPPED = new Usage(Counting.OFF, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());

    /** Returns this with more; nothing where the app does not count. */
    Usage plus(long moreActivations, long moreRestarts, long moreFailed, long moreSuccessful, long moreTriggers) {
        return counting == Counting.OFF
                ? this
                : new Usage(
                        counting,
                        activations + moreActivations,
                        restarts + moreRestarts,
                        daysUsed,
                        failedConnections + moreFailed,
                        successfulConnections + moreSuccessful,
                        triggers + moreTriggers,
                        lastDayUsed,
                        lastReport);
    }

    /** Returns this with a day of use, which counts once. */
    Usage usedOn(LocalDate day) {
        boolean known = lastDayUsed.filter(last -> !day.isAfter(last)).isPresent();
        return counting == Counting.OFF || known
                ? this
                : new Usage(
                        counting,
                        activations,
                        restarts,
                        daysUsed + 1,
                        failedConnections,
                        successfulConnections,
                        triggers,
                        Optional.of(day),
                        lastReport);
    }

    /** Returns what is left when a manager has taken a report. */
    Usage without(AppReport taken, Instant now) {
        return new Usage(
                counting,
                rest(activations, taken.activations()),
                rest(restarts, taken.restarts()),
                rest(daysUsed, taken.daysUsed()),
                rest(failedConnections, taken.failedConnections()),
                rest(successfulConnections, taken.successfulConnections()),
                rest(triggers, taken.triggers()),
                lastDayUsed,
                Optional.of(now));
    }

    boolean isEmpty() {
        return activations + restarts + daysUsed + failedConnections + successfulConnections + triggers == 0;
    }

    AppReport report(AppDescription app) {
        return new AppReport(
                most(activations),
                most(restarts),
                most(daysUsed),
                most(failedConnections),
                most(successfulConnections),
                most(triggers),
                app.phoneModel(),
                app.osVersion(),
                app.appVersion());
    }

    private static long rest(long counted, long taken) {
        return Math.max(0, counted - taken);
    }

    private static long most(long count) {
        return Math.min(count, AppReport.MAX_COUNT);
    }
}
