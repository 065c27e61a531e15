package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.Statements;
import io.lintel.sdk.command.credit.Charges;
import io.lintel.sdk.command.credit.Costs;
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
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.profile.IdRules;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.CredentialRecords;
import java.time.Instant;
import java.util.Optional;

/** Issues a credential: a device, a number, a charge and a code, all or nothing. */
public final class CredentialIssue implements Command<CredentialIssued> {

    /** The highest number of H10302, the widest format that a panel gets; requests may name higher ones. */
    private static final long HIGHEST_AUTOMATIC_NUMBER = (1L << 35) - 1;

    private final IssueCredential request;

    public CredentialIssue(IssueCredential request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public Scope scope() {
        return Scope.of(request.customer());
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
                .with(request.technology());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        CustomerId customer = site.customer();
        Profile profile = context.profile(customer);
        Person person = context.unit()
                .people()
                .find(customer, request.person())
                .filter(found -> found.removed().isEmpty())
                .orElseThrow(
                        () -> new ManagerException.NotFound("person " + request.person() + " of site " + customer));
        ReaderColours.require(context.unit(), customer, request.groups(), request.technology());
        long accessNumber = accessNumber(context, profile.id());
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
        return Facts.none()
                .with("serial", credential.serial())
                .with("accessNumber", accessNumber)
                .with("device", device)
                .with("activation", credential.activation())
                .with("paid", balance.paid())
                .with("trial", balance.trial());
    }

    @Override
    public CredentialIssued result(CommandContext context, Facts facts) {
        Site site = context.site(request.customer());
        return new CredentialIssued(
                site.customer(),
                facts.number("serial"),
                facts.number("accessNumber"),
                facts.number("device"),
                Tickets.ticket(context, site, facts.number("activation")),
                new Buckets(facts.number("paid"), facts.number("trial")));
    }

    /** What the request says, or else the customer's default ({@code CFG-03}). */
    private Optional<Instant> validUntil(CommandContext context) {
        return request.validUntil()
                .or(() -> context.unit().organisations().settings(request.customer()).defaultValidUntil());
    }

    private Optional<Long> wantedNumber() {
        return request.accessNumber().isPresent()
                ? Optional.of(request.accessNumber().getAsLong())
                : Optional.empty();
    }

    private long accessNumber(CommandContext context, IdRules rules) {
        CustomerId customer = request.customer();
        Optional<Long> wanted = wantedNumber();
        if (wanted.isEmpty()) {
            return nextNumber(context.unit().credentials());
        }
        if (!rules.editable()) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST,
                    "this site's profile assigns access numbers itself; leave the number out");
        }
        if (!duplicatesAllowed(context, rules)
                && context.unit().credentials().accessNumberTaken(customer, wanted.get())) {
            throw new ManagerException.Refused(
                    ErrorCode.DUPLICATE_ACCESS_NUMBER,
                    "another credential in force at this site has this access number; choose another number or leave it out");
        }
        return wanted.get();
    }

    /** Where the profile leaves it to the distributor, the customer's settings say what it decided ({@code ACC-37}). */
    private boolean duplicatesAllowed(CommandContext context, IdRules rules) {
        return switch (rules.duplicates()) {
            case NEVER -> false;
            case BY_DISTRIBUTOR ->
                context.unit().organisations().settings(request.customer()).duplicates() == DuplicateNumbers.ALLOWED;
            case ALWAYS -> true;
        };
    }

    private long nextNumber(CredentialRecords credentials) {
        long highest = credentials.highestAccessNumber(request.customer(), HIGHEST_AUTOMATIC_NUMBER);
        if (highest < HIGHEST_AUTOMATIC_NUMBER) {
            return highest + 1;
        }
        // Somebody asked for the very last number, which must not be the end of automatic ones.
        return credentials
                .lowestUnusedAccessNumber(request.customer(), HIGHEST_AUTOMATIC_NUMBER)
                .orElseThrow(() -> new ManagerException.Refused(
                        ErrorCode.INVALID_REQUEST,
                        "this site has used every access number that is given automatically; name a number"));
    }

    private IssuedCredential issue(CommandContext context, Site site, Profile profile, ChargedKey key, long device) {
        Activation activation = Tickets.open(context, site, profile, key.serial());
        IssuedCredential credential = new IssuedCredential(
                site.customer(),
                key.serial(),
                key.accessNumber(),
                request.person(),
                device,
                terms(context),
                CredentialState.AWAITING_ACTIVATION,
                activation.number(),
                activation.expires(),
                context.now());
        requireStatable(context, site, profile, credential);
        context.unit().credentials().add(credential);
        return credential;
    }

    private IssuedCredential.Terms terms(CommandContext context) {
        return new IssuedCredential.Terms(
                request.validFrom().orElse(Calendars.startOfDay(context.now())),
                validUntil(context),
                request.groups(),
                request.technology());
    }

    /** Words the statement with the widest key, so that what cannot be signed is refused before it is charged. */
    private static void requireStatable(
            CommandContext context, Site site, Profile profile, IssuedCredential credential) {
        if (credential.terms().hasEnded(context.now())) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST, "the validity has ended already; give a later end or none");
        }
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        Statements.credential(site, profile, credential, keys.managerPublicKey(site.suite()), context.now());
    }
}
