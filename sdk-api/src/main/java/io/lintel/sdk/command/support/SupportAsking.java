package io.lintel.sdk.command.support;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.statistics.Intake;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.sdk.support.SupportAsked;
import io.lintel.sdk.support.SupportRequest;
import io.lintel.sdk.support.SupportRequest.Routing;
import java.util.OptionalLong;

/**
 * Takes a question and decides where it goes. It touches no statistics: an app reports in its next slot, so that no report can
 * be tied to who asked ({@code SUP-04}, {@code C-33}).
 */
public final class SupportAsking implements Command<SupportAsked> {

    private final AskForSupport request;

    public SupportAsking(AskForSupport request) {
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
        return RequestDigest.of("support ask").with(request.customer()).with(request.text());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        OptionalLong serial = context.principal() instanceof Principal.EndUser user
                ? OptionalLong.of(user.serial())
                : OptionalLong.empty();
        Routing routing = routing(context, serial);
        long number = context.unit().counters().next(customer, Counter.SUPPORT_REQUEST);
        context.unit()
                .support()
                .add(new SupportRequest(customer, number, serial, request.text(), routing, context.now()));
        context.record(customer, Change.Kind.SUPPORT_REQUESTED, number);
        return Facts.none().with("number", number).with("routing", routing);
    }

    @Override
    public SupportAsked result(CommandContext context, Facts facts) {
        return new SupportAsked(facts.number("number"), Routing.valueOf(facts.text("routing")));
    }

    private Routing routing(CommandContext context, OptionalLong serial) {
        if (serial.isEmpty()) {
            return Routing.OPERATOR;
        }
        return Intake.isShared(context.unit(), request.customer()) ? Routing.SITE_ADMIN_WITH_COPY : Routing.SITE_ADMIN;
    }
}
