package io.lintel.sdk.command.login;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.DeleteLogin;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;

/** Ends a login for good. */
public final class LoginDeletion implements Command<Instant> {

    private final DeleteLogin request;

    public LoginDeletion(DeleteLogin request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Owners.managing(request.owner());
    }

    @Override
    public Scope scope() {
        return Owners.scope(request.owner());
    }

    @Override
    public CustomerId partition() {
        return request.owner().partition();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("login delete").with(request.owner()).with(request.number());
    }

    @Override
    public Facts perform(CommandContext context) {
        AdminLogin login = Owners.active(context, request.owner(), request.number());
        context.unit().logins().delete(login.owner(), login.number(), context.now());
        context.record(
                partition(),
                Change.Kind.LOGIN_DELETED,
                login.owner().principal(login.number()).actor().name());
        return Facts.none().with("deleted", context.now());
    }

    @Override
    public Instant result(CommandContext context, Facts facts) {
        return facts.instant("deleted");
    }
}
