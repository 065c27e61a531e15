package io.lintel.sdk.command.organisation;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credit.Cashier;
import io.lintel.sdk.command.login.LoginCreation;
import io.lintel.sdk.command.site.SiteFounding;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CustomerCreated;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import java.util.Optional;

/** Creates a customer with all that its four steps say, or refuses with everything that is wrong. */
public final class CustomerCreation implements Command<CustomerCreated> {

    private final CreateCustomer request;
    private final Optional<PasswordHash> password;

    public CustomerCreation(CreateCustomer request, Optional<PasswordHash> password) {
        this.request = request;
        this.password = password;
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
        RequestDigest digest = RequestDigest.of("customer create")
                .with(request.distributor())
                .with(request.foundation().suite())
                .with(Profiles.print(request.foundation().profile()));
        EntryDigests.system(digest, request.system());
        EntryDigests.contact(digest, request.contact());
        EntryDigests.keys(digest, request.keys());
        return digest.with(request.password().isPresent()).with(request.transfer());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerCheck.check(context.unit(), request, context.now()).refuseIfAny();
        Profile profile = request.foundation().profile();
        CreateSite founding =
                new CreateSite(request.system().name(), request.foundation().suite(), profile, request.distributor());
        Site site = new SiteFounding(context, founding).found();
        CustomerId customer = site.customer();
        SystemPairing.keep(context, site, request.system(), profile.system());
        context.unit().customers().update(customer, request.contact());
        context.unit().organisations().update(customer, KeyCheck.settings(request.keys(), DuplicateNumbers.REFUSED));
        transfer(context, site);
        Facts facts = Facts.none()
                .with("customer", customer)
                .with("trial", profile.credit().trialGrant());
        return password.map(hash -> facts.with("login", addLogin(context, customer, hash)))
                .orElse(facts);
    }

    @Override
    public CustomerCreated result(CommandContext context, Facts facts) {
        CustomerId customer = new CustomerId(facts.text("customer"));
        Buckets balance = new Buckets(request.transfer(), facts.number("trial"));
        return new CustomerCreated(
                SiteFounding.created(context, customer, balance),
                facts.has("login") ? Optional.of(facts.number("login")) : Optional.empty(),
                balance);
    }

    private void transfer(CommandContext context, Site site) {
        if (request.transfer() > 0) {
            Cashier.post(
                    context,
                    new AccountTransfer.PassOn(
                            TransferId.of(site.customer(), context.id()),
                            site.distributor(),
                            site.customer(),
                            request.transfer()),
                    site.name(),
                    false);
            context.record(site.customer(), Change.Kind.CREDIT_PASSED_ON, site.distributor());
        }
    }

    private long addLogin(CommandContext context, CustomerId customer, PasswordHash hash) {
        EmailAddress email = EmailAddress.of(request.contact().email());
        return LoginCreation.add(context, LoginOwner.of(customer), email, hash);
    }
}
