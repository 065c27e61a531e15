package io.lintel.sdk.command.login;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Period;
import java.util.Optional;

/** What differs between the logins of operator, distributors and customers. */
public final class Owners {

    private Owners() {}

    /** One's own login. */
    public record Own(LoginOwner owner, long number) {}

    /** The right to make and end the owner's logins: a distributor's come from the operator ({@code ACC-05}). */
    public static Action managing(LoginOwner owner) {
        return owner instanceof LoginOwner.OfDistributor ? Action.CREATE_DISTRIBUTOR : Action.MANAGE_LOGINS;
    }

    /** Whose data the owner's logins are. */
    public static Scope scope(LoginOwner owner) {
        if (owner instanceof LoginOwner.OfCustomer of) {
            return Scope.of(of.customer());
        }
        return owner instanceof LoginOwner.OfDistributor of ? Scope.of(of.distributor()) : Scope.everything();
    }

    /** How long the owner's passwords are good: a customer's profile says it, the operator's policy for all others. */
    static Optional<Period> passwordValidity(UnitOfWork unit, LoginPolicy policy, LoginOwner owner) {
        return owner instanceof LoginOwner.OfCustomer of
                ? Profiles.parse(unit.sites().foundation(of.customer()).profile())
                        .logins()
                        .boundedPassword()
                : policy.passwordValidity();
    }

    /** The login itself that a principal acts with, where it is one. */
    public static Optional<Own> own(Principal principal) {
        if (principal instanceof Principal.CustomerAdmin admin) {
            return Optional.of(new Own(LoginOwner.of(admin.customer()), admin.login()));
        }
        if (principal instanceof Principal.DistributorAdmin admin) {
            return Optional.of(new Own(LoginOwner.of(admin.distributor()), admin.login()));
        }
        return principal instanceof Principal.Operator operator
                ? Optional.of(new Own(LoginOwner.operator(), operator.login()))
                : Optional.empty();
    }

    /** A customer that was deleted has no login that works. */
    static boolean isOpen(UnitOfWork unit, LoginOwner owner) {
        return !(owner instanceof LoginOwner.OfCustomer of) || !unit.customers().isDeleted(of.customer());
    }

    static void requireExists(CommandContext context, LoginOwner owner) {
        if (owner instanceof LoginOwner.OfCustomer of) {
            context.site(of.customer());
        }
        if (owner instanceof LoginOwner.OfDistributor of
                && !context.unit().organisations().hasDistributor(of.distributor())) {
            throw new ManagerException.NotFound("distributor " + of.distributor());
        }
    }

    /** A login that can still log in. */
    static AdminLogin active(CommandContext context, LoginOwner owner, long number) {
        AdminLogin login = context.unit()
                .logins()
                .find(owner, number)
                .orElseThrow(() -> new ManagerException.NotFound("login " + number));
        if (login.status() == AdminLogin.Status.DELETED) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "login " + number + " was deleted and stays so; create a new one, which may have the same address");
        }
        return login;
    }
}
