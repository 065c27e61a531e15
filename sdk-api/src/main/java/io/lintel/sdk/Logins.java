package io.lintel.sdk;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Permissions;
import io.lintel.sdk.command.login.Authentication;
import io.lintel.sdk.command.login.LoginCreation;
import io.lintel.sdk.command.login.LoginDeletion;
import io.lintel.sdk.command.login.Owners;
import io.lintel.sdk.command.login.PasswordReplacement;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.ChangePassword;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.DeleteLogin;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginDetails;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.ResetPassword;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import java.time.Instant;
import java.util.List;

/**
 * Logins of administrators: who gets in, and on whose behalf. Passwords are kept as Argon2id hashes and never come out.
 * Thread-safe; fails like {@link Manager}.
 */
public final class Logins {

    private final Session session;
    private final Authentication authentication;

    Logins(Session session) {
        this.session = session;
        this.authentication = new Authentication(session.environment());
    }

    /**
     * Finds out who somebody is. Go on with {@link Manager#as} and the principal that it admits.
     *
     * <p>Takes the time of a password hash on purpose, whatever the outcome, except for too many attempts. Anybody may ask.
     */
    public LoginOutcome login(LoginAttempt attempt) {
        return authentication.login(attempt);
    }

    /**
     * Makes a login: the operator for a distributor, the distributor for its customer, the embedding software for all.
     *
     * @return its number
     * @throws ManagerException.Refused with {@code PASSWORD_TOO_WEAK} or {@code DUPLICATE_LOGIN}
     */
    public long create(CommandId id, CreateLogin request) {
        session.require(Owners.managing(request.owner()), Owners.scope(request.owner()));
        return session.run(id, new LoginCreation(request, hash(request.password())));
    }

    /** Ends a login for good; its row stays. Returns when. */
    public Instant delete(CommandId id, DeleteLogin request) {
        return session.run(id, new LoginDeletion(request));
    }

    /** Replaces a forgotten password. Returns when. */
    public Instant resetPassword(CommandId id, ResetPassword request) {
        session.require(Owners.managing(request.owner()), Owners.scope(request.owner()));
        return session.run(id, PasswordReplacement.reset(request.owner(), request.number(), hash(request.password())));
    }

    /**
     * Changes the own password; also the way out when it has expired. The current one says who asks: the manager may act for
     * nobody yet, or for that login. Returns when.
     *
     * @throws ManagerException.Refused with {@code LOGIN_REJECTED}, {@code TOO_MANY_ATTEMPTS} or {@code PASSWORD_TOO_WEAK}
     */
    public Instant changePassword(CommandId id, ChangePassword request) {
        LoginAttempt current = request.current();
        LoginAttempt attempt = authentication.hasDone(id, current)
                ? new LoginAttempt(current.email(), request.replacement(), current.source())
                : current;
        Authentication.Proven proven = authentication.prove(attempt);
        Principal login = proven.owner().principal(proven.number());
        if (!(session.principal() instanceof Principal.Host)
                && !session.principal().equals(login)) {
            throw Permissions.denied();
        }
        PasswordHash hash = hash(request.replacement());
        return session.as(login).run(id, PasswordReplacement.ofOwn(proven, hash));
    }

    /**
     * The login that the manager acts for ({@code ACC-36}).
     *
     * @throws IllegalStateException if it acts for none: for the embedding software, a workspace or a phone
     */
    public LoginDetails own() {
        Owners.Own own = Owners.own(session.principal())
                .orElseThrow(() -> new IllegalStateException("the manager does not act for a login"));
        return session.read(
                Action.CHANGE_OWN_PASSWORD,
                Owners.scope(own.owner()),
                unit -> unit.logins()
                        .find(own.owner(), own.number())
                        .map(login -> new LoginDetails(login, authentication.passwordEnds(unit, login)))
                        .orElseThrow(() -> new ManagerException.NotFound("login " + own.number())));
    }

    /** An owner's logins by number, deleted ones included, after a number ({@code ACC-28}). */
    public List<AdminLogin> list(LoginOwner owner, long after, int limit) {
        return session.page(
                Owners.managing(owner),
                Owners.scope(owner),
                limit,
                unit -> unit.logins().list(owner, after, limit));
    }

    private PasswordHash hash(TypedSecret password) {
        return authentication.hashGood(password);
    }
}
