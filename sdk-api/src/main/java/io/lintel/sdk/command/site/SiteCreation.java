package io.lintel.sdk.command.site;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;

/** Creates a customer, its site with all keys, its free credit and its first revocation list, which is empty. */
public final class SiteCreation implements Command<SiteCreated> {

    private final CreateSite request;

    public SiteCreation(CreateSite request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CUSTOMERS;
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
        return RequestDigest.of("site create")
                .with(request.name())
                .with(request.suite())
                .with(Profiles.print(request.profile()))
                .with(request.distributor());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = new SiteFounding(context, request).found().customer();
        return Facts.none()
                .with("customer", customer)
                .with("trial", request.profile().credit().trialGrant());
    }

    @Override
    public SiteCreated result(CommandContext context, Facts facts) {
        CustomerId customer = new CustomerId(facts.text("customer"));
        return SiteFounding.created(context, customer, new Buckets(0, facts.number("trial")));
    }
}
