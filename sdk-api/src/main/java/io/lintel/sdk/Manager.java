package io.lintel.sdk;

import io.lintel.sdk.command.CommandRunner;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.activation.Redemption;
import io.lintel.sdk.command.credential.ActivationResend;
import io.lintel.sdk.command.credential.CredentialIssue;
import io.lintel.sdk.command.credential.CredentialRevocation;
import io.lintel.sdk.command.credit.CreditPassing;
import io.lintel.sdk.command.credit.CreditPurchase;
import io.lintel.sdk.command.person.PersonAddition;
import io.lintel.sdk.command.reader.ReaderConfigurationExport;
import io.lintel.sdk.command.reader.ReaderEnrolment;
import io.lintel.sdk.command.site.ListPublication;
import io.lintel.sdk.command.site.SiteCreation;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.PersonAdded;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.site.SiteCreated;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Primitives;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Actor;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.store.ManagerStore;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The manager: issues, charges, activates and revokes the credentials of any number of sites.
 *
 * <p>Every command carries a {@link CommandId} that the caller made. A command is done once: the same id with the same
 * request returns the first result again, the same id with another request is a {@link ManagerException.Conflict}. What a
 * command did is durable when its method returns. When one throws with {@link ManagerException#mayHaveTakenEffect()},
 * repeat it with the same id.
 *
 * <p>Thread-safe. Several managers, in one process or many, may share one store. Methods block on the store; none opens a
 * network connection. All fail with {@link ManagerException}, and with {@link IllegalArgumentException} where a value is
 * out of its documented bounds.
 */
public final class Manager {

    private static final String UNKNOWN_SOURCE = "";

    private final Environment environment;
    private final CommandRunner runner;
    private final Redemption redemption;
    private final Actor actor;

    private Manager(Environment environment, Redemption redemption, Actor actor) {
        this.environment = environment;
        this.runner = new CommandRunner(environment);
        this.redemption = redemption;
        this.actor = actor;
    }

    /** A manager on a store, with the system's clock and randomness. The store stays the caller's to close. */
    public static Manager on(ManagerStore store) {
        SecureRandom random = new SecureRandom();
        return on(store, Clock.systemUTC(), random, Primitives.select(random));
    }

    /** A manager on a store, with everything given. */
    public static Manager on(ManagerStore store, Clock clock, SecureRandom random, Primitives primitives) {
        Environment environment = new Environment(store, clock, random, primitives);
        return new Manager(environment, new Redemption(environment), Actor.HOST);
    }

    /** The same manager, whose changes the audit trail ascribes to another actor. */
    public Manager as(Actor other) {
        return new Manager(environment, redemption, other);
    }

    /** What the manager knows: sites, people, credentials, readers, books and the audit trail. */
    public ManagerViews views() {
        return new ManagerViews(environment);
    }

    /** Creates a customer with its site: keys, policy, free credit, first revocation list. */
    public SiteCreated createSite(CommandId id, CreateSite request) {
        return runner.run(actor, id, new SiteCreation(request));
    }

    /** Adds a person to a site. */
    public PersonAdded addPerson(CommandId id, AddPerson request) {
        return runner.run(actor, id, new PersonAddition(request));
    }

    /** Issues a credential: charges for it and returns the code that puts it on a phone. */
    public CredentialIssued issueCredential(CommandId id, IssueCredential request) {
        return runner.run(actor, id, new CredentialIssue(request));
    }

    /** Makes a new code for a credential that waits for its phone; the old code is void. */
    public ActivationTicket resendActivation(CommandId id, ResendActivation request) {
        return runner.run(actor, id, new ActivationResend(request));
    }

    /** Revokes a credential and publishes a revocation list that names it. */
    public CredentialRevoked revokeCredential(CommandId id, RevokeCredential request) {
        return runner.run(actor, id, new CredentialRevocation(request));
    }

    /** Publishes a fresh revocation list, before the newest one expires at the readers. */
    public PublishedList publishList(CommandId id, PublishList request) {
        return runner.run(actor, id, new ListPublication(request));
    }

    /** Certifies a reader that made its own keys. */
    public ReaderEnrolled enrollReader(CommandId id, EnrollReader request) {
        return runner.run(actor, id, new ReaderEnrolment(request));
    }

    /**
     * Exports a reader's configuration, project key included: the only way that the key leaves the manager for a reader
     * ({@code KEY-05}). The caller closes it. Each export is audited ({@code KEY-08}).
     */
    public ReaderArtefact exportReaderConfiguration(CommandId id, ExportReaderConfiguration request) {
        return runner.run(actor, id, new ReaderConfigurationExport(request));
    }

    /** Credits a distributor with what it bought; returns its available credit. */
    public Buckets purchaseCredit(CommandId id, PurchaseCredit request) {
        return runner.run(actor, id, new CreditPurchase(request));
    }

    /** Moves credit from a site's distributor to the site; returns the customer's balance. */
    public Buckets passOnCredit(CommandId id, PassOnCredit request) {
        return runner.run(actor, id, new CreditPassing(request));
    }

    /**
     * Answers a phone's activation request ({@code spec/protocol.md}, "Activation"): bytes in, bytes out, over whatever the
     * vendor's app and server speak. The same request may come again and gets the same credential.
     *
     * @param request the phone's message
     * @param source where it came from, such as an address: wrong codes are limited per source; empty where nobody knows
     * @return the answer, which grants or refuses
     * @throws ManagerException.Refused with {@link io.lintel.sdk.model.ErrorCode#ACTIVATION_NOT_AUTHENTIC} where the request
     *     does not open: send nothing back
     */
    public Bytes redeem(Bytes request, String source) {
        return redemption.redeem(request, source);
    }

    /** The same, for a server that does not tell where requests come from: all share one limit. */
    public Bytes redeem(Bytes request) {
        return redeem(request, UNKNOWN_SOURCE);
    }

    /** The newest revocation list of a site, for readers and phones. */
    public PublishedList currentRevocationList(CustomerId customer) {
        return environment
                .store()
                .read(unit -> unit.revocationLists()
                        .newest(customer)
                        .orElseThrow(() -> new ManagerException.NotFound("site " + customer)));
    }
}
