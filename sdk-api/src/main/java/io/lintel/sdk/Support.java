package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.support.CrashReporting;
import io.lintel.sdk.command.support.SupportAsking;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.sdk.support.CrashReport;
import io.lintel.sdk.support.CrashReported;
import io.lintel.sdk.support.ReportCrash;
import io.lintel.sdk.support.SupportAsked;
import io.lintel.sdk.support.SupportRequest;
import java.util.List;

/** Questions of people, and remains of crashes. Thread-safe; fails like {@link Manager}. */
public final class Support {

    private final Session session;

    Support(Session session) {
        this.session = session;
    }

    /** Asks for help, on behalf of the principal. The result says who answers: show it to who asked ({@code C-35}). */
    public SupportAsked ask(CommandId id, AskForSupport request) {
        return session.run(id, new SupportAsking(request));
    }

    /** Hands over what a crash left behind. */
    public CrashReported reportCrash(CommandId id, ReportCrash request) {
        return session.run(id, new CrashReporting(request));
    }

    /** A site's questions by number, after a number: what its admin answers or has asked. */
    public List<SupportRequest> requests(CustomerId customer, long after, int limit) {
        return session.page(
                Action.MANAGE_STATISTICS,
                Scope.of(customer),
                limit,
                unit -> unit.support().requests(customer, after, limit));
    }

    /** Those of a site that reach the operator: what admins asked, and copies where the site's switch is on. */
    public List<SupportRequest> operatorsRequests(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_EVENTS,
                Scope.everything(),
                limit,
                unit -> unit.support().operatorsRequests(customer, after, limit));
    }

    /** A site's crash reports by number, after a number, for the operator. */
    public List<CrashReport> crashes(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_EVENTS,
                Scope.everything(),
                limit,
                unit -> unit.support().crashes(customer, after, limit));
    }
}
