package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.Permissions;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;

/** Sells credit to a customer's distributor and passes it on: two transfers, both or neither. */
public final class CreditAddition implements Command<Buckets> {

    private final AddCredit request;

    /** The command for a request. */
    public CreditAddition(AddCredit request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ADD_DISTRIBUTOR_CREDIT;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    /** The purchase stands in the operator's audit, whose numbers all distributors share. */
    @Override
    public CustomerId reach() {
        return CustomerId.OPERATOR;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("credit add").with(request.customer()).with(request.credits());
    }

    @Override
    public Facts perform(CommandContext context) {
        // Whoever may sell to a distributor may not therefore dispose of what the distributor has.
        Permissions.require(context.unit(), context.principal(), Action.MOVE_CREDIT, scope());
        Site site = context.site(request.customer());
        TransferId first = TransferId.of(partition(), context.id());
        Transfer purchase = new AccountTransfer.Purchase(first, site.distributor(), request.credits());
        Transfer passOn =
                new AccountTransfer.PassOn(first.next(), site.distributor(), site.customer(), request.credits());
        Cashier.post(context, purchase, "", false);
        Buckets after = Cashier.customersBalance(Cashier.post(context, passOn, site.name(), false));
        context.record(CustomerId.OPERATOR, Change.Kind.CREDIT_PURCHASED, site.distributor());
        context.record(site.customer(), Change.Kind.CREDIT_PASSED_ON, site.distributor());
        return Facts.none().with("paid", after.paid()).with("trial", after.trial());
    }

    @Override
    public Buckets result(CommandContext context, Facts facts) {
        return new Buckets(facts.number("paid"), facts.number("trial"));
    }
}
