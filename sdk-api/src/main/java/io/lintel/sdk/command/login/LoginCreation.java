package io.lintel.sdk.command.login;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.util.Optional;

/** Makes a login; its password was hashed before the unit of work began. */
public final class LoginCreation implements Command<Long> {

    private final CreateLogin request;
    private final PasswordHash password;

    public LoginCreation(CreateLogin request, PasswordHash password) {
        this.request = request;
        this.password = password;
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

    /** An address is one's own among the logins of all customers. */
    @Override
    public CustomerId reach() {
        return CustomerId.OPERATOR;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("login create")
                .with(request.owner())
                .with(request.email().canonical());
    }

    @Override
    public Facts perform(CommandContext context) {
        Owners.requireExists(context, request.owner());
        return Facts.none().with("number", add(context, request.owner(), request.email(), password));
    }

    @Override
    public Long result(CommandContext context, Facts facts) {
        return facts.number("number");
    }

    /** Adds a login and returns its number, in whatever command makes it. */
    public static long add(CommandContext context, LoginOwner owner, EmailAddress email, PasswordHash password) {
        if (context.unit().logins().findActive(email).isPresent()) {
            throw new ManagerException.Refused(
                    ErrorCode.DUPLICATE_LOGIN,
                    "another login has this e-mail address; take another address or delete that login first");
        }
        long number = context.unit().logins().nextNumber(owner);
        context.unit()
                .logins()
                .add(new AdminLogin(owner, number, email, context.now(), context.now(), Optional.empty()), password);
        context.record(
                owner.partition(),
                Change.Kind.LOGIN_CREATED,
                owner.principal(number).actor().name());
        return number;
    }
}
