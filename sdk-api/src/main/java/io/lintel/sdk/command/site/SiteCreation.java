package io.lintel.sdk.command.site;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.credit.Cashier;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

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
        if (!context.unit().organisations().hasDistributor(request.distributor())) {
            throw new ManagerException.NotFound("distributor " + request.distributor());
        }
        CustomerId customer = newCustomerId(context);
        Profile profile = request.profile();
        context.unit().organisations().addCustomer(customer, request.distributor(), request.name(), context.now());
        Site site = makeKeys(context, customer, profile);
        Lists.publish(context, site, profile);
        long granted = profile.credit().trialGrant();
        if (granted > 0) {
            Transfer grant = new AccountTransfer.FreeGrant(
                    TransferId.of(partition(), context.id()), request.distributor(), customer, granted);
            Cashier.post(context, grant, request.name(), profile.credit().distributorSeesIssues());
        }
        context.record(customer, Change.Kind.SITE_CREATED, site.project());
        return Facts.none().with("customer", customer).with("trial", granted);
    }

    @Override
    public SiteCreated result(CommandContext context, Facts facts) {
        CustomerId customer = new CustomerId(facts.text("customer"));
        Site site = context.site(customer);
        Foundation foundation = context.unit().sites().foundation(customer);
        Bytes managerKey = new SiteKeys(context.environment(), context.unit()).managerPublicKey(site.suite());
        return new SiteCreated(site, foundation.root(), managerKey, new Buckets(0, facts.number("trial")));
    }

    private Site makeKeys(CommandContext context, CustomerId customer, Profile profile) {
        Environment environment = context.environment();
        CryptoSuite crypto = environment.crypto(request.suite());
        SiteKeys keys = new SiteKeys(environment, context.unit());
        keys.ensureManagerKey(request.suite());
        try (SigningKeyPair rootKey = crypto.generateSigningKeyPair()) {
            StatementSigner signer = new StatementSigner(crypto);
            ProjectRoot root =
                    new ProjectRoot(request.suite(), rootKey.publicKey().encoded(), context.now());
            Signed<ProjectRoot> signedRoot = signer.sign(rootKey, root);
            Site site = site(context, customer, root.project());
            List<Bytes> issuingKeys = new ArrayList<>();
            for (Purpose purpose : Purpose.values()) {
                issuingKeys.add(makeIssuingKey(context, site, profile, rootKey, purpose));
            }
            Foundation foundation = new Foundation(signedRoot.bytes(), issuingKeys, Profiles.print(profile));
            context.unit().sites().add(site, foundation);
            keys.put(customer, KeyKind.ROOT, SiteKeys.ONLY_EPOCH, rootKey.privateKey()::encoded);
            keys.put(customer, KeyKind.PROJECT, SiteKeys.FIRST_KEY_EPOCH, () -> newSymmetricKey(environment));
            keys.put(customer, KeyKind.ACTIVATION_CODE, SiteKeys.ONLY_EPOCH, () -> newSymmetricKey(environment));
            return site;
        }
    }

    private Site site(CommandContext context, CustomerId customer, ProjectId project) {
        return new Site(
                customer,
                request.distributor(),
                request.name(),
                project,
                request.suite(),
                request.profile().name(),
                request.profile().version(),
                SiteKeys.FIRST_KEY_EPOCH,
                context.now());
    }

    private static Bytes makeIssuingKey(
            CommandContext context, Site site, Profile profile, SigningKeyPair rootKey, Purpose purpose) {
        CryptoSuite crypto = context.crypto(site);
        try (SigningKeyPair pair = crypto.generateSigningKeyPair()) {
            IssuingKey key = new IssuingKey(
                    site.project(),
                    purpose,
                    SiteKeys.FIRST_ISSUING_EPOCH,
                    pair.publicKey().encoded(),
                    context.now(),
                    Calendars.plus(context.now(), profile.keys().issuingValidity()));
            new SiteKeys(context.environment(), context.unit())
                    .put(
                            site.customer(),
                            SiteKeys.issuingKind(purpose),
                            SiteKeys.FIRST_ISSUING_EPOCH,
                            pair.privateKey()::encoded);
            return new StatementSigner(crypto).sign(rootKey.privateKey(), key).bytes();
        }
    }

    private static SecretBytes newSymmetricKey(Environment environment) {
        return SecretBytes.random(SiteKeys.SYMMETRIC_KEY_SIZE, environment.random());
    }

    private static CustomerId newCustomerId(CommandContext context) {
        byte[] octets = new byte[8];
        context.environment().random().nextBytes(octets);
        return new CustomerId(HexFormat.of().formatHex(octets));
    }
}
