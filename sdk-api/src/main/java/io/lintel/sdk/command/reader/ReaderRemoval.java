package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.ReaderRemoved;
import io.lintel.sdk.reader.RemoveReader;

/** Removes a reader. Nothing but this command does: no import, and no publication. */
public final class ReaderRemoval implements Command<ReaderRemoved> {

    private final RemoveReader request;

    public ReaderRemoval(RemoveReader request) {
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
        return RequestDigest.of("reader remove").with(request.customer()).with(request.reader());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        Registrations.find(context.unit(), customer, request.reader());
        context.unit().registrations().remove(customer, request.reader());
        context.unit().readers().remove(customer, request.reader(), context.now());
        context.record(customer, Change.Kind.READER_REMOVED, request.reader());
        return Facts.none();
    }

    @Override
    public ReaderRemoved result(CommandContext context, Facts facts) {
        return new ReaderRemoved(request.customer(), request.reader());
    }
}
