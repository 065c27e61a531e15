package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Site;

/** Removes a credential from its person's record. */
public final class CredentialDeletion implements Command<DeleteCredential> {

    private final DeleteCredential request;

    public CredentialDeletion(DeleteCredential request) {
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
        return RequestDigest.of("credential delete").with(request.customer()).with(request.serial());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        IssuedCredential credential = context.credential(site.customer(), request.serial());
        RevokingPrincipal.require(context, credential);
        Withdrawals withdrawals = new Withdrawals(context, site);
        withdrawals.delete(credential);
        withdrawals.end();
        return Facts.none();
    }

    @Override
    public DeleteCredential result(CommandContext context, Facts facts) {
        return request;
    }
}
