package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.ReaderRegistered;
import io.lintel.sdk.reader.RegistrationRules.Identity;

/** Registers a reader. */
public final class ReaderAddition implements Command<ReaderRegistered> {

    private static final int NOBODY = 0;

    private final AddReader request;

    public ReaderAddition(AddReader request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_READERS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return DetailsDigest.add(RequestDigest.of("reader add").with(request.customer()), request.details());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        Registrations.requireRules(context, customer, request.details(), Identity.ID_OR_MAC);
        Registrations.requireFree(context.unit(), customer, request.details(), NOBODY);
        RegisteredReader reader = Registrations.add(context, customer, request.details());
        context.record(customer, Change.Kind.READER_ADDED, reader.number());
        return Facts.none().with("reader", reader.number());
    }

    @Override
    public ReaderRegistered result(CommandContext context, Facts facts) {
        return new ReaderRegistered(request.customer(), Math.toIntExact(facts.number("reader")));
    }
}
