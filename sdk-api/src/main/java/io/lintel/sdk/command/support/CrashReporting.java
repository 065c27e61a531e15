package io.lintel.sdk.command.support;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.support.CrashReport;
import io.lintel.sdk.support.CrashReported;
import io.lintel.sdk.support.ReportCrash;
import java.time.ZoneOffset;

/** Keeps or forgets a crash report, as the site's own switch for them says ({@code C-34}). Changes nothing of the site. */
public final class CrashReporting implements Command<CrashReported> {

    private final ReportCrash request;

    public CrashReporting(ReportCrash request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ASK_FOR_SUPPORT;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("support crash")
                .with(request.customer())
                .with(request.part())
                .with(request.version())
                .with(request.trace());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        boolean kept = context.unit()
                .statistics()
                .sharing(customer)
                .map(Sharing::crashReports)
                .filter(Sharing.Switch::isOn)
                .isPresent();
        if (kept) {
            long number = context.unit().counters().next(customer, Counter.CRASH_REPORT);
            context.unit()
                    .support()
                    .add(new CrashReport(
                            customer,
                            number,
                            request.part(),
                            request.version(),
                            request.trace(),
                            context.now().atOffset(ZoneOffset.UTC).toLocalDate()));
        }
        return Facts.none().with("outcome", kept ? CrashReported.KEPT : CrashReported.FORGOTTEN);
    }

    @Override
    public CrashReported result(CommandContext context, Facts facts) {
        return CrashReported.valueOf(facts.text("outcome"));
    }
}
