package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;

/** Moves credit from a customer back to its distributor. */
public final class CreditTakingBack implements Command<Buckets> {

    private final TakeCreditBack request;

    /** The command for a request. */
    public CreditTakingBack(TakeCreditBack request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MOVE_CREDIT;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("credit take back").with(request.customer()).with(request.credits());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Transfer transfer = new AccountTransfer.TakeBack(
                TransferId.of(partition(), context.id()), site.distributor(), site.customer(), request.credits());
        Buckets after = Cashier.customersBalance(Cashier.post(context, transfer, site.name(), false));
        context.record(site.customer(), Change.Kind.CREDIT_TAKEN_BACK, site.distributor());
        return Facts.none().with("paid", after.paid()).with("trial", after.trial());
    }

    @Override
    public Buckets result(CommandContext context, Facts facts) {
        return new Buckets(facts.number("paid"), facts.number("trial"));
    }
}
