package io.lintel.protocol.phone;

import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer.Reporting;
import io.lintel.protocol.statement.ProjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an app counts for the statistics of its sites, if they want them ({@code STA-10} to {@code STA-17}). The app tells what
 * happened, gives {@link #report} to {@link Memberships#begin} and shows {@link #settle} how the check-in ended.
 *
 * <p>A report leaves every 12 hours at most, also where the person asks for support meanwhile ({@code C-33}). A site that
 * wants none is not counted for any more, at once. A store that fails costs counts, nothing else. Thread-safe.
 */
public final class UsageCounters {
    private static final Logger LOG = LoggerFactory.getLogger(UsageCounters.class);

    /** The shortest time between two reports. */
    public static final Duration PAUSE = Duration.ofHours(12);

    private final UsageStore store;
    private final AppDescription app;

    /** Counters over a store. */
    public UsageCounters(UsageStore store, AppDescription app) {
        this.store = store;
        this.app = app;
    }

    /** Counts a credential that was activated. */
    public void activated(ProjectId project) {
        change(project, usage -> usage.plus(1, 0, 0, 0, 0));
    }

    /** Counts a start of the app, for each project that the wallet has a credential of. */
    public void started(ProjectId project) {
        change(project, usage -> usage.plus(0, 1, 0, 0, 0));
    }

    /**
     * Counts a tap, and the day that it was on.
     *
     * @param today the phone's date
     */
    public void tapped(ProjectId project, TapResult result, LocalDate today) {
        boolean answered = !(result instanceof TapResult.Failed);
        boolean granted = result instanceof TapResult.Granted;
        change(
                project,
                usage -> usage.plus(0, 0, answered ? 0 : 1, answered ? 1 : 0, granted ? 1 : 0)
                        .usedOn(today));
    }

    /** Returns what to report now, or nothing where it is too early or nothing was counted. */
    public synchronized Optional<AppReport> report(ProjectId project, Instant now) {
        return kept(project)
                .filter(usage -> usage.counting() == Usage.Counting.ON && !usage.isEmpty())
                .filter(usage -> usage.lastReport()
                        .filter(last -> now.isBefore(last.plus(PAUSE)) && !now.isBefore(last))
                        .isEmpty())
                .map(usage -> usage.report(app));
    }

    /** Takes off what the manager took, and stops where the site wants no reports. */
    public void settle(CheckInOutcome.Kept kept, Instant now) {
        ProjectId project = kept.membership().project();
        if (kept.membership().reporting() == Reporting.NOT_WANTED) {
            change(project, usage -> Usage.STOPPED);
        } else {
            change(project, usage -> {
                Usage counting = usage.counting() == Usage.Counting.ON ? usage : Usage.NONE;
                return kept.reported()
                        .map(taken -> counting.without(taken, now))
                        .orElse(counting);
            });
        }
    }

    private synchronized void change(ProjectId project, UnaryOperator<Usage> change) {
        try {
            Usage before = store.usage(project).orElse(Usage.NONE);
            Usage after = change.apply(before);
            if (!after.equals(before)) {
                store.saveUsage(project, after);
            }
        } catch (WalletStoreException failed) {
            LOG.warn("a count for the statistics was lost: {}", failed.getMessage());
        }
    }

    private Optional<Usage> kept(ProjectId project) {
        try {
            return store.usage(project);
        } catch (WalletStoreException failed) {
            LOG.warn("there is no report this time: {}", failed.getMessage());
            return Optional.empty();
        }
    }
}
