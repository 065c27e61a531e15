package io.lintel.sdk.command.statistics;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.sdk.statistics.Sharing.Switch;
import io.lintel.sdk.statistics.Slot;
import io.lintel.sdk.store.StatisticsRecords;

/** Turns a site's switches. */
public final class SharingChange implements Command<Sharing> {

    private final ChangeSharing request;

    public SharingChange(ChangeSharing request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_STATISTICS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("statistics share")
                .with(request.customer())
                .with(request.statistics())
                .with(request.crashReports());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Sharing before = context.unit()
                .statistics()
                .sharing(site.customer())
                .orElseThrow(() -> new IllegalStateException("a site has no switches"));
        Sharing after = before.turned(request.statistics(), request.crashReports(), context.now());
        context.unit().statistics().put(site.customer(), after, sentUntil(context, before, after));
        context.record(site.customer(), Change.Kind.SHARING_CHANGED, site.project());
        return Facts.none()
                .with("statistics", after.statistics().position())
                .with("statisticsSince", after.statistics().since())
                .with("crashReports", after.crashReports().position())
                .with("crashReportsSince", after.crashReports().since());
    }

    /** What was collected before a pause is never sent later, also where the pause was shorter than the day. */
    private Slot sentUntil(CommandContext context, Sharing before, Sharing after) {
        StatisticsRecords statistics = context.unit().statistics();
        if (before.statistics().isOn()) {
            return statistics.sentUntil(request.customer());
        }
        if (after.statistics().isOn()) {
            statistics.forget(request.customer(), Intake.day(context.now()));
        }
        return Slot.of(context.now());
    }

    @Override
    public Sharing result(CommandContext context, Facts facts) {
        return new Sharing(
                new Switch(Position.valueOf(facts.text("statistics")), facts.instant("statisticsSince")),
                new Switch(Position.valueOf(facts.text("crashReports")), facts.instant("crashReportsSince")));
    }
}
