package io.lintel.sdk.command.reader;

import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.EditReaderProject;
import io.lintel.sdk.reader.ReaderProject;

/** Gives the doors of a site another behaviour. */
public final class ReaderProjectEdit implements Command<ReaderProject> {

    private final EditReaderProject request;

    public ReaderProjectEdit(EditReaderProject request) {
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
        DoorBehaviour behaviour = request.behaviour();
        return RequestDigest.of("reader project edit")
                .with(request.customer())
                .with(behaviour.led())
                .with(behaviour.buzzer())
                .with(behaviour.unlockTime().toSeconds())
                .with(behaviour.card().format())
                .with(behaviour.card().facility().stream().boxed().toList());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        if (!ReaderProjects.registered(context.unit(), customer).equals(request.behaviour())) {
            context.unit().readerProjects().put(customer, request.behaviour());
            context.record(customer, Change.Kind.READER_PROJECT_EDITED, customer);
        }
        return Facts.none();
    }

    @Override
    public ReaderProject result(CommandContext context, Facts facts) {
        return ReaderProjects.of(context.unit(), request.customer());
    }
}
