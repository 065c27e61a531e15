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
import java.util.Optional;

/** Gives a login another password: by its owner, who proved the current one, or by somebody above. */
public final class PasswordReplacement implements Command<Instant> {

    private final Mode mode;
    private final LoginOwner owner;
    private final long number;
    private final PasswordHash password;
    private final Optional<PasswordHash> proven;

    /** By whom. */
    private enum Mode {
        /** By the login itself. */
        OWN_CHANGE,
        /** By somebody who manages it. */
        RESET
    }

    private PasswordReplacement(
            Mode mode, LoginOwner owner, long number, PasswordHash password, Optional<PasswordHash> proven) {
        this.mode = mode;
        this.owner = owner;
        this.number = number;
        this.password = password;
        this.proven = proven;
    }

    /** By the login itself, which proved its password; it counts only while that is still the one. */
    public static PasswordReplacement ofOwn(Authentication.Proven proven, PasswordHash password) {
        return new PasswordReplacement(
                Mode.OWN_CHANGE, proven.owner(), proven.number(), password, Optional.of(proven.password()));
    }

    /** By somebody who manages the login. */
    public static PasswordReplacement reset(LoginOwner owner, long number, PasswordHash password) {
        return new PasswordReplacement(Mode.RESET, owner, number, password, Optional.empty());
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
        proven.ifPresent(hash -> requireUnchanged(context, hash));
        context.unit().logins().setPassword(login.owner(), login.number(), password, context.now());
        Change.Kind kind = mode == Mode.OWN_CHANGE ? Change.Kind.PASSWORD_CHANGED : Change.Kind.PASSWORD_RESET;
        context.record(partition(), kind, owner.principal(number).actor().name());
        return Facts.none().with("at", context.now());
    }

    /** Somebody above may have replaced the password since it was proved: then it proves nothing any more. */
    private void requireUnchanged(CommandContext context, PasswordHash hash) {
        boolean unchanged = context.unit()
                .logins()
                .password(owner, number)
                .filter(kept -> kept.encoded().equals(hash.encoded()))
                .isPresent();
        if (!unchanged) {
            throw new ManagerException.Refused(
                    ErrorCode.LOGIN_REJECTED, "the password was replaced a moment ago; try again with the new one");
        }
    }

    @Override
    public Instant result(CommandContext context, Facts facts) {
        return facts.instant("at");
    }
}
