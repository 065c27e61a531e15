package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.credential.CredentialLost;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;

/** Gives a credential up as lost. */
public final class CredentialLoss implements Command<CredentialLost> {

    private final MarkCredentialLost request;

    public CredentialLoss(MarkCredentialLost request) {
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
        return RequestDigest.of("credential lost")
                .with(request.customer())
                .with(request.serial())
                .with(request.loseCredit());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        IssuedCredential credential = context.credential(site.customer(), request.serial());
        RevokingPrincipal.require(context, credential);
        Transitions.require(context.profile(site.customer()), credential, CredentialEvent.MARK_LOST, context.now());
        Withdrawals withdrawals = new Withdrawals(context, site);
        long lost = withdrawals.forfeits(credential) ? cost(context) : 0;
        if (lost > 0 && !request.loseCredit()) {
            throw new ManagerException.Refused(
                    ErrorCode.CONFIRMATION_REQUIRED,
                    "the phone has not confirmed the revocation, so marking it lost now loses " + lost
                            + " credit(s); confirm that, or wait until the phone has checked in");
        }
        withdrawals.markLost(credential);
        return Facts.none().with("lost", lost);
    }

    private long cost(CommandContext context) {
        return context.unit()
                .ledger()
                .charge(request.customer(), request.serial())
                .filter(charge -> charge.stage() == Charge.Stage.RESERVED || charge.stage() == Charge.Stage.SETTLED)
                .map(Charge::credits)
                .orElse(0L);
    }

    @Override
    public CredentialLost result(CommandContext context, Facts facts) {
        return new CredentialLost(request.customer(), request.serial(), facts.number("lost"));
    }
}
