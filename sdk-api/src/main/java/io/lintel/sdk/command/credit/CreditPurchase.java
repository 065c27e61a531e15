package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;

/** Credits a distributor. */
public final class CreditPurchase implements Command<Buckets> {

    private final PurchaseCredit request;

    public CreditPurchase(PurchaseCredit request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ADD_DISTRIBUTOR_CREDIT;
    }

    @Override
    public Scope scope() {
        return Scope.of(request.distributor());
    }

    @Override
    public CustomerId partition() {
        return CustomerId.OPERATOR;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("credit purchase").with(request.distributor()).with(request.credits());
    }

    @Override
    public Facts perform(CommandContext context) {
        Cashier.requireDistributor(context, request.distributor());
        Transfer purchase = new AccountTransfer.Purchase(
                TransferId.of(partition(), context.id()), request.distributor(), request.credits());
        Buckets after = Cashier.post(context, purchase, "", false).get(0).after();
        context.record(CustomerId.OPERATOR, Change.Kind.CREDIT_PURCHASED, request.distributor());
        return Facts.none().with("available", after.paid());
    }

    @Override
    public Buckets result(CommandContext context, Facts facts) {
        return new Buckets(facts.number("available"), 0);
    }
}
