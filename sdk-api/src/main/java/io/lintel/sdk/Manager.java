package io.lintel.sdk;

import io.lintel.crypto.Primitives;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
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
 * <p>Each noun has its part: {@link #sites()}, {@link #people()} and so on. A command is checked against the permission matrix
 * before anything else; a denied one changes nothing. Lists come in pages of 1 to {@value #MAX_PAGE}: ask again with the
 * last number that you got, and start with 0.
 *
 * <p>Thread-safe. Several managers, in one process or many, may share one store. Methods block on the store; none opens a
 * network connection. All fail with {@link ManagerException}, and with {@link IllegalArgumentException} where a value is
 * out of its documented bounds.
 */
public final class Manager {

    /** The most that one page holds. */
    public static final int MAX_PAGE = 1000;

    private final Session session;
    private final PhoneDesk desk;

    private Manager(Session session, PhoneDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /** A manager on a store, with the system's clock and randomness. The store stays the caller's to close. */
    public static Manager on(ManagerStore store) {
        SecureRandom random = new SecureRandom();
        return on(store, Clock.systemUTC(), random, Primitives.select(random));
    }

    /** A manager on a store, with everything given. */
    public static Manager on(ManagerStore store, Clock clock, SecureRandom random, Primitives primitives) {
        Environment environment = new Environment(store, clock, random, primitives, LoginPolicy.RECOMMENDED);
        return new Manager(new Session(environment, Principal.host()), PhoneDesk.in(environment));
    }

    /** The same manager on behalf of somebody: with that principal's rights, and under its name in the audit trail. */
    public Manager as(Principal principal) {
        return new Manager(new Session(session.environment(), principal), desk);
    }

    /** The same manager with logins guarded in another way than {@link LoginPolicy#RECOMMENDED}. */
    public Manager with(LoginPolicy policy) {
        return new Manager(new Session(session.environment().with(policy), session.principal()), desk);
    }

    /** Distributors and their customers. */
    public Organisations organisations() {
        return new Organisations(session);
    }

    /** Logins of administrators: who gets in. */
    public Logins logins() {
        return new Logins(session);
    }

    /** Sites: their keys, their policy and their revocation lists. */
    public Sites sites() {
        return new Sites(session);
    }

    /** People: who may hold credentials. */
    public People people() {
        return new People(session);
    }

    /** Credentials, from their issue to their end. */
    public Credentials credentials() {
        return new Credentials(session);
    }

    /** What phones ask: activation and check-in. */
    public Phones phones() {
        return new Phones(session, desk);
    }

    /** Readers: their certificates and configurations. */
    public Readers readers() {
        return new Readers(session);
    }

    /** Keys: rotating them, and how far that is. */
    public Keys keys() {
        return new Keys(session);
    }

    /** Revocation: lists, receipts, and until when a revoked credential could still open which door. */
    public Revocations revocations() {
        return new Revocations(session);
    }

    /** Links that readers keep to this manager. */
    public Links links() {
        return new Links(session);
    }

    /** Credit: who holds how much, and every movement of it. */
    public Credits credits() {
        return new Credits(session);
    }

    /** What people are sent. */
    public Notifications notifications() {
        return new Notifications(session);
    }

    /** Anonymous statistics. */
    public Statistics statistics() {
        return new Statistics(session);
    }

    /** Questions of people. */
    public Support support() {
        return new Support(session);
    }

    /** What happened: the audit trail, and events for other systems. */
    public Events events() {
        return new Events(session);
    }
}
