package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.model.Site;

/** Revokes a credential, voids its code and publishes a list that names it. */
public final class CredentialRevocation implements Command<CredentialRevoked> {

    private final RevokeCredential request;

    public CredentialRevocation(RevokeCredential request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.DELETE_CREDENTIAL;
    }

    @Override
    public Scope scope() {
        return Scope.of(request.customer(), request.serial());
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("credential revoke").with(request.customer()).with(request.serial());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        IssuedCredential credential = context.credential(site.customer(), request.serial());
        RemovedBy by = RevokingPrincipal.require(context, credential);
        Withdrawals withdrawals = new Withdrawals(context, site);
        CredentialState next = by == RemovedBy.USER && credential.state().mayBeOnAPhone()
                ? withdrawals.deletedByHolder(credential).state()
                : withdrawals.revoke(credential, by).state();
        PublishedList list =
                withdrawals.end().orElseGet(() -> Lists.publish(context, site, context.profile(site.customer())));
        return Facts.none().with("state", next.name()).with("listEpoch", list.epoch());
    }

    @Override
    public CredentialRevoked result(CommandContext context, Facts facts) {
        return new CredentialRevoked(
                request.customer(),
                request.serial(),
                CredentialState.valueOf(facts.text("state")),
                facts.number("listEpoch"));
    }
}
