package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.revocation.Settlement;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;

/** Ends the wait for what opens nothing any more, such as for phones whose credentials' leases have ended. */
public final class EndedLeaseConfirmation implements Command<Integer> {

    private final ConfirmEndedLeases request;

    public EndedLeaseConfirmation(ConfirmEndedLeases request) {
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
        return RequestDigest.of("lease end confirm").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        return Facts.none().with("confirmed", Settlement.run(context, site).confirmed());
    }

    @Override
    public Integer result(CommandContext context, Facts facts) {
        return Math.toIntExact(facts.number("confirmed"));
    }
}
