package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.command.credit.Costs;
import io.lintel.sdk.command.person.People;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;
import java.util.Optional;

/** Issues a credential: a device, a number, a charge and a code, all or nothing. */
public final class CredentialIssue implements Command<CredentialIssued> {

    private final IssueCredential request;

    public CredentialIssue(IssueCredential request) {
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
        return RequestDigest.of("credential issue")
                .with(request.customer())
                .with(request.person())
                .with(request.deviceName())
                .with(wantedNumber())
                .with(request.validFrom())
                .with(request.validUntil())
                .with(request.groups())
                .with(request.technology())
                .with(request.keyName())
                .with(request.delivery().email().map(EmailAddress::value))
                .with(request.delivery().text())
                .with(request.delivery().telephone().map(PhoneNumber::value));
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        CustomerId customer = site.customer();
        Profile profile = context.profile(customer);
        People.refuseSelfService(profile);
        Person person = People.active(context, customer, request.person());
        IssueChecks.requireRoom(context, profile, person);
        IssueChecks.requireTechnology(profile, request.technology());
        ReaderColours.require(context.unit(), customer, request.groups(), request.technology());
        long accessNumber = new AccessNumbers(context, customer, profile.id()).assign(wantedNumber(), request.person());
        long serial = context.unit().counters().next(customer, Counter.SERIAL);
        Buckets balance = new Charges(context, site, profile.credit())
                .issue(Costs.of(context, site, profile.credit()), new ChargedKey(serial, accessNumber));
        long device = context.unit().counters().next(customer, Counter.DEVICE);
        context.unit()
                .people()
                .addDevice(new Device(
                        customer,
                        device,
                        person.number(),
                        request.deviceName(),
                        Device.Status.UNAUTHENTICATED,
                        context.now()));
        IssuedCredential credential = issue(context, site, profile, new ChargedKey(serial, accessNumber), device);
        context.record(customer, Change.Kind.CREDENTIAL_ISSUED, credential.serial());
        return facts(credential, balance);
    }

    static Facts facts(IssuedCredential credential, Buckets balance) {
        return Facts.none()
                .with("serial", credential.serial())
                .with("accessNumber", credential.accessNumber())
                .with("device", credential.device())
                .with("activation", credential.activation())
                .with("paid", balance.paid())
                .with("trial", balance.trial());
    }

    @Override
    public CredentialIssued result(CommandContext context, Facts facts) {
        return issued(context, context.site(request.customer()), facts);
    }

    static CredentialIssued issued(CommandContext context, Site site, Facts facts) {
        return new CredentialIssued(
                site.customer(),
                facts.number("serial"),
                facts.number("accessNumber"),
                facts.number("device"),
                Tickets.ticket(context, site, facts.number("activation")),
                new Buckets(facts.number("paid"), facts.number("trial")));
    }

    private Optional<Long> wantedNumber() {
        return request.accessNumber().isPresent()
                ? Optional.of(request.accessNumber().getAsLong())
                : Optional.empty();
    }

    private IssuedCredential issue(CommandContext context, Site site, Profile profile, ChargedKey key, long device) {
        Activation activation = Tickets.open(context, site, profile, key.serial(), request.delivery());
        CustomerSettings settings = context.unit().organisations().settings(site.customer());
        IssuedCredential unnamed = new IssuedCredential(
                site.customer(),
                key.serial(),
                key.accessNumber(),
                request.person(),
                device,
                terms(context, settings),
                CredentialState.AWAITING_ACTIVATION,
                activation.number(),
                activation.expires(),
                context.now());
        // As it is now: a later change of the site's name is for later credentials (CFG-04).
        IssuedCredential credential =
                unnamed.named(Optional.of(request.keyName().orElse(settings.keyName())));
        IssueChecks.requireStatable(context, site, profile, credential);
        context.unit().credentials().add(credential);
        return credential;
    }

    /** What the request says, or else the customer's default ({@code CFG-03}). */
    private IssuedCredential.Terms terms(CommandContext context, CustomerSettings settings) {
        return new IssuedCredential.Terms(
                request.validFrom().orElse(Calendars.startOfDay(context.now())),
                request.validUntil().or(settings::defaultValidUntil),
                request.groups(),
                request.technology());
    }
}
