package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.ReaderRegistered;
import io.lintel.sdk.store.UnitOfWork;

/** Gives a reader other details. */
public final class ReaderChange implements Command<ReaderRegistered> {

    private final EditReader request;

    public ReaderChange(EditReader request) {
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
        return DetailsDigest.add(
                RequestDigest.of("reader edit").with(request.customer()).with(request.reader()), request.details());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        UnitOfWork unit = context.unit();
        RegisteredReader reader = Registrations.find(unit, customer, request.reader());
        Registrations.requireRules(
                context, customer, request.details(), Registrations.identity(unit, customer, request.reader()));
        Registrations.requireFree(unit, customer, request.details(), request.reader());
        if (!reader.details().equals(request.details())) {
            Registrations.change(context, reader, request.details());
            context.record(customer, Change.Kind.READER_CHANGED, request.reader());
        }
        return Facts.none();
    }

    @Override
    public ReaderRegistered result(CommandContext context, Facts facts) {
        return new ReaderRegistered(request.customer(), request.reader());
    }
}
