package io.lintel.sdk;

import io.lintel.protocol.checkin.AppReport;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.statistics.Intake;
import io.lintel.sdk.command.statistics.Reports;
import io.lintel.sdk.command.statistics.SharingChange;
import io.lintel.sdk.command.statistics.StatisticsDispatch;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.ReaderReport;
import io.lintel.sdk.statistics.ReportId;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.StatisticsRecipient;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Anonymous statistics, and the switch over them. Thread-safe; fails like {@link Manager}. */
public final class Statistics {

    private final Session session;

    Statistics(Session session) {
        this.session = session;
    }

    /** Turns a site's switches. Off counts at once here, and everywhere within a day ({@code STA-19}). */
    public Sharing change(CommandId id, ChangeSharing request) {
        return session.run(id, new SharingChange(request));
    }

    /** What a site shares. */
    public Sharing sharing(CustomerId customer) {
        return session.read(
                Action.MANAGE_STATISTICS,
                Scope.of(customer),
                unit -> unit.statistics()
                        .sharing(customer)
                        .orElseThrow(() -> new ManagerException.NotFound("site " + customer)));
    }

    /**
     * Adds what an app counted, for an app that does not report when it checks in. A report counts once; it is dropped where
     * the site does not share statistics.
     *
     * @param report random, new for each report, the same at each repetition of it
     */
    public void add(CustomerId customer, ReportId report, AppReport counted) {
        receive(customer, report, (unit, now) -> Intake.add(unit, customer, counted, now));
    }

    /** Adds what readers counted; like {@link #add(CustomerId, ReportId, AppReport)}. */
    public void add(CustomerId customer, ReportId report, ReaderReport counted) {
        receive(customer, report, (unit, now) -> Intake.add(unit, customer, counted, now));
    }

    /** What the site has collected on a day, UTC, as the operator would get it: without phones before the day is over. */
    public ProjectReport report(CustomerId customer, LocalDate day) {
        return session.read(
                Action.MANAGE_STATISTICS,
                Scope.of(customer),
                unit -> Reports.of(unit, customer, day, session.environment().now()));
    }

    /**
     * Sends to the operator what is due: when a half of a day has begun, each sharing site's day so far. Call it every few
     * minutes.
     */
    public Dispatched dispatch(StatisticsRecipient recipient) {
        session.require(Action.MANAGE_STATISTICS, Scope.everything());
        return new StatisticsDispatch(session.environment(), recipient).round();
    }

    private interface Adding {
        void to(UnitOfWork unit, Instant now);
    }

    private void receive(CustomerId customer, ReportId report, Adding adding) {
        session.require(Action.MANAGE_STATISTICS, Scope.of(customer));
        session.environment().store().write(customer, unit -> {
            Instant now = session.environment().now();
            LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
            if (Intake.isShared(unit, customer) && unit.statistics().receive(customer, report, day)) {
                adding.to(unit, now);
            }
            return Boolean.TRUE;
        });
    }
}
