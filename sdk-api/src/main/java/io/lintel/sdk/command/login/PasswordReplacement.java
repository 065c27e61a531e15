package io.lintel.sdk.command.login;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.time.Instant;

/** Gives a login another password: by its owner, who proved the current one, or by somebody above. */
public final class PasswordReplacement implements Command<Instant> {

    private final Mode mode;
    private final LoginOwner owner;
    private final long number;
    private final PasswordHash password;

    /** By whom. */
    public enum Mode {
        /** By the login itself. */
        OWN_CHANGE,
        /** By somebody who manages it. */
        RESET
    }

    public PasswordReplacement(Mode mode, LoginOwner owner, long number, PasswordHash password) {
        this.mode = mode;
        this.owner = owner;
        this.number = number;
        this.password = password;
    }

    @Override
    public Action action() {
        return mode == Mode.OWN_CHANGE ? Action.CHANGE_OWN_PASSWORD : Owners.managing(owner);
    }

    @Override
    public Scope scope() {
        return Owners.scope(owner);
    }

    @Override
    public CustomerId partition() {
        return owner.partition();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("login password").with(mode).with(owner).with(number);
    }

    @Override
    public Facts perform(CommandContext context) {
        if (mode == Mode.OWN_CHANGE && !context.principal().equals(owner.principal(number))) {
            throw new ManagerException.Refused(
                    ErrorCode.PERMISSION_DENIED, "only its owner changes a password this way; reset it instead");
        }
        AdminLogin login = Owners.active(context, owner, number);
        context.unit().logins().setPassword(login.owner(), login.number(), password, context.now());
        Change.Kind kind = mode == Mode.OWN_CHANGE ? Change.Kind.PASSWORD_CHANGED : Change.Kind.PASSWORD_RESET;
        context.record(partition(), kind, owner.principal(number).actor().name());
        return Facts.none().with("at", context.now());
    }

    @Override
    public Instant result(CommandContext context, Facts facts) {
        return facts.instant("at");
    }
}
