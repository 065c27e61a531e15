package io.lintel.sdk.command.outbox;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.person.People;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.notification.SetTelephone;

/** Replaces the telephone that a person is told by. */
public final class TelephoneChange implements Command<Long> {

    private final SetTelephone request;

    public TelephoneChange(SetTelephone request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("person telephone")
                .with(request.customer())
                .with(request.person())
                .with(request.telephone().map(PhoneNumber::value));
    }

    @Override
    public Facts perform(CommandContext context) {
        People.active(context, request.customer(), request.person());
        context.unit().telephones().put(request.customer(), request.person(), request.telephone());
        context.record(request.customer(), Change.Kind.TELEPHONE_CHANGED, request.person());
        return Facts.none();
    }

    @Override
    public Long result(CommandContext context, Facts facts) {
        return request.person();
    }
}
