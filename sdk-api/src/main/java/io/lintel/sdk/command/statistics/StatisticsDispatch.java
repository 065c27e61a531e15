package io.lintel.sdk.command.statistics;

import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.outbox.Attempt;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.Slot;
import io.lintel.sdk.statistics.StatisticsRecipient;
import io.lintel.sdk.store.UnitOfWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends each site's sums to the operator when a slot has begun: the day so far, and the days that were missed. A report
 * replaces the one of the same day, so a second one does no harm and nothing has to be claimed.
 */
public final class StatisticsDispatch {

    private static final int MAX_SITES = 100;

    /** Older days are not sent after a long silence. */
    private static final int MAX_DAYS = 31;

    private final Environment environment;
    private final StatisticsRecipient recipient;

    public StatisticsDispatch(Environment environment, StatisticsRecipient recipient) {
        this.environment = environment;
        this.recipient = recipient;
    }

    /** Sends the reports of at most {@value #MAX_SITES} sites. A site whose report fails is tried again in the next round. */
    public Dispatched round() {
        Slot current = Slot.of(environment.now());
        List<CustomerId> unsent =
                environment.store().read(unit -> unit.statistics().unsent(current, MAX_SITES));
        Dispatched all = Dispatched.NOTHING;
        for (CustomerId customer : unsent) {
            all = all.plus(send(customer, current));
        }
        if (!unsent.isEmpty()) {
            environment.store().write(unit -> {
                unit.statistics().forgetReceipts(current.date().minusDays(2));
                return Boolean.TRUE;
            });
        }
        return all;
    }

    private Dispatched send(CustomerId customer, Slot current) {
        List<ProjectReport> reports = environment.store().read(unit -> due(unit, customer, current));
        for (ProjectReport report : reports) {
            if (!(Attempt.of(() -> recipient.send(report)) instanceof Accepted)) {
                return new Dispatched(0, 1);
            }
        }
        environment.store().write(customer, unit -> {
            unit.statistics().sent(customer, current);
            return Boolean.TRUE;
        });
        return new Dispatched(reports.size(), 0);
    }

    /** Read together with the switch: what was switched off a moment ago is not sent. */
    private static List<ProjectReport> due(UnitOfWork unit, CustomerId customer, Slot current) {
        List<ProjectReport> reports = new ArrayList<>();
        if (!Intake.isShared(unit, customer)) {
            return reports;
        }
        LocalDate last = current.previous().date();
        LocalDate first = unit.statistics().sentUntil(customer).date();
        LocalDate earliest = last.minusDays(MAX_DAYS);
        for (LocalDate day = first.isBefore(earliest) ? earliest : first; !day.isAfter(last); day = day.plusDays(1)) {
            ProjectReport report = Reports.of(unit, customer, day, current.start());
            if (!report.isEmpty()) {
                reports.add(report);
            }
        }
        return reports;
    }
}
