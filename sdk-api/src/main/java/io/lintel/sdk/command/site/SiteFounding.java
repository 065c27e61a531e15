package io.lintel.sdk.command.site;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.IssuingKeys;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.activation.ProjectCodes;
import io.lintel.sdk.command.credit.Cashier;
import io.lintel.sdk.command.statistics.Switches;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.CreditRules;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.util.HexFormat;
import java.util.List;

/** Founds a customer's site: all keys, the free credit and the first revocation list, which is empty. */
public final class SiteFounding {

    private final CommandContext context;
    private final CreateSite request;

    public SiteFounding(CommandContext context, CreateSite request) {
        this.context = context;
        this.request = request;
    }

    /** Tells what was founded. */
    public static SiteCreated created(CommandContext context, CustomerId customer, Buckets balance) {
        Site site = context.site(customer);
        Foundation foundation = context.unit().sites().foundation(customer);
        Bytes managerKey = new SiteKeys(context.environment(), context.unit()).managerPublicKey(site.suite());
        return new SiteCreated(site, foundation.root(), managerKey, balance);
    }

    public Site found() {
        ProfileOffer.require(context.principal(), request.profile());
        if (!context.unit().organisations().hasDistributor(request.distributor())) {
            throw new ManagerException.NotFound("distributor " + request.distributor());
        }
        CustomerId customer = newCustomerId();
        context.unit().organisations().addCustomer(customer, request.distributor(), request.name(), context.now());
        Site site = makeKeys(customer);
        Lists.publish(context, site, request.profile());
        grant(customer);
        Switches.set(context, customer, request.profile().statistics());
        context.record(customer, Change.Kind.SITE_CREATED, site.project());
        if (request.profile().enrolment().selfService()) {
            makeHandOffKey(site);
            ProjectCodes.open(context, site, request.profile());
        }
        return site;
    }

    private void grant(CustomerId customer) {
        CreditRules rules = request.profile().credit();
        if (rules.trialGrant() > 0) {
            Transfer grant = new AccountTransfer.FreeGrant(
                    TransferId.of(CustomerId.OPERATOR, context.id()),
                    request.distributor(),
                    customer,
                    rules.trialGrant());
            Cashier.post(context, grant, request.name(), rules.distributorSeesIssues());
        }
    }

    private Site makeKeys(CustomerId customer) {
        Environment environment = context.environment();
        CryptoSuite crypto = environment.crypto(request.suite());
        SiteKeys keys = new SiteKeys(environment, context.unit());
        keys.ensureManagerKey(request.suite());
        try (SigningKeyPair rootKey = crypto.generateSigningKeyPair()) {
            StatementSigner signer = new StatementSigner(crypto);
            ProjectRoot root =
                    new ProjectRoot(request.suite(), rootKey.publicKey().encoded(), context.now());
            Signed<ProjectRoot> signedRoot = signer.sign(rootKey, root);
            Site site = site(customer, root.project());
            List<Bytes> issuingKeys = new IssuingKeys(context, site)
                    .make(
                            rootKey,
                            SiteKeys.FIRST_ISSUING_EPOCH,
                            request.profile().keys().issuingValidity());
            Foundation foundation = new Foundation(signedRoot.bytes(), issuingKeys, Profiles.print(request.profile()));
            context.unit().sites().add(site, foundation);
            keys.put(customer, KeyKind.ROOT, SiteKeys.ONLY_EPOCH, rootKey.privateKey()::encoded);
            keys.put(customer, KeyKind.PROJECT, SiteKeys.FIRST_KEY_EPOCH, () -> newSymmetricKey(environment));
            keys.put(customer, KeyKind.ACTIVATION_CODE, SiteKeys.ONLY_EPOCH, () -> newSymmetricKey(environment));
            return site;
        }
    }

    private Site site(CustomerId customer, ProjectId project) {
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

    /** No root vouches for it: the host system gets it from the site's administrator. */
    private void makeHandOffKey(Site site) {
        try (SigningKeyPair pair = context.crypto(site).generateSigningKeyPair()) {
            new SiteKeys(context.environment(), context.unit())
                    .put(site.customer(), KeyKind.HAND_OFF, site.keyEpoch(), pair.privateKey()::encoded);
        }
    }

    private static SecretBytes newSymmetricKey(Environment environment) {
        return SecretBytes.random(SiteKeys.SYMMETRIC_KEY_SIZE, environment.random());
    }

    private CustomerId newCustomerId() {
        byte[] octets = new byte[8];
        context.environment().random().nextBytes(octets);
        return new CustomerId(HexFormat.of().formatHex(octets));
    }
}
