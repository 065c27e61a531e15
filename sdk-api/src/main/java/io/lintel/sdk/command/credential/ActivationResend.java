package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import java.time.Instant;

/** Replaces the code of a credential that waits for its phone; the old code is void from then on. */
public final class ActivationResend implements Command<ActivationTicket> {

    private final ResendActivation request;

    public ActivationResend(ResendActivation request) {
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
        return RequestDigest.of("activation resend").with(request.customer()).with(request.serial());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        CustomerId customer = site.customer();
        IssuedCredential credential = context.credential(customer, request.serial());
        Profile profile = context.profile(customer);
        Transitions.require(profile, credential, CredentialEvent.RESEND, context.now());
        requireValidity(credential, context.now());
        Transitions.voidActivation(context, credential);
        Activation activation = Tickets.open(context, site, profile, credential.serial());
        Transitions.enter(context, credential, credential.awaiting(activation.number(), activation.expires()));
        context.record(customer, Change.Kind.ACTIVATION_RESENT, credential.serial());
        return Facts.none().with("activation", activation.number());
    }

    /** No phone could redeem the code of a credential that has ended. */
    private static void requireValidity(IssuedCredential credential, Instant now) {
        if (credential.terms().hasEnded(now)) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "the validity of credential " + credential.serial()
                            + " has ended, so no phone can redeem a code for it; issue a new credential instead");
        }
    }

    @Override
    public ActivationTicket result(CommandContext context, Facts facts) {
        return Tickets.ticket(context, context.site(request.customer()), facts.number("activation"));
    }
}
