package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.person.Histories;
import io.lintel.sdk.command.person.PersonAddition;
import io.lintel.sdk.command.person.PersonEdit;
import io.lintel.sdk.command.person.PersonEnrolment;
import io.lintel.sdk.command.person.PersonRemoval;
import io.lintel.sdk.command.person.Sheets;
import io.lintel.sdk.command.sync.PersonSync;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.KnownPerson;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.EditPerson;
import io.lintel.sdk.person.EnrollPerson;
import io.lintel.sdk.person.HistoryCursor;
import io.lintel.sdk.person.PersonAdded;
import io.lintel.sdk.person.PersonEnrolled;
import io.lintel.sdk.person.PersonHistory;
import io.lintel.sdk.person.PersonSheet;
import io.lintel.sdk.person.RemovePerson;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.Imported;
import io.lintel.sdk.sync.SyncPeople;
import java.util.List;

/** People: who may hold credentials. Thread-safe; fails like {@link Manager}. */
public final class People {

    private final Session session;

    People(Session session) {
        this.session = session;
    }

    /** Adds a person to a site. */
    public PersonAdded add(CommandId id, AddPerson request) {
        return session.run(id, new PersonAddition(request));
    }

    /** Adds a person and issues a first credential, both or neither. */
    public PersonEnrolled enroll(CommandId id, EnrollPerson request) {
        return session.run(id, new PersonEnrolment(request));
    }

    /** Replaces a person's title, names and e-mail address. */
    public void edit(CommandId id, EditPerson request) {
        session.run(id, new PersonEdit(request));
    }

    /** Removes a person for good, with all devices and credentials ({@code USR-09}). */
    public void remove(CommandId id, RemovePerson request) {
        session.run(id, new PersonRemoval(request));
    }

    /**
     * What a sync would do; nothing is changed.
     *
     * @throws io.lintel.sdk.model.ManagerException.BadFile where the list has mistakes: it names them all
     */
    public ImportPlan planSync(SyncPeople request) {
        return session.read(
                Action.MANAGE_CREDENTIALS, Scope.of(request.customer()), unit -> PersonSync.plan(unit, request));
    }

    /**
     * Makes a site's people those of a host system's list: all of them, or none.
     *
     * @throws io.lintel.sdk.model.ManagerException.BadFile where the list has mistakes: it names them all
     */
    public Imported sync(CommandId id, SyncPeople request) {
        return session.run(
                id,
                session.read(
                        Action.MANAGE_CREDENTIALS, Scope.of(request.customer()), unit -> PersonSync.of(unit, request)));
    }

    /** The people whom a host system's list has named, with what it says of them, by number, after a number. */
    public List<KnownPerson> synced(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.hostPeople().list(customer, after, limit));
    }

    /**
     * All about one person: devices, credentials, and the codes that wait for phones. Whoever may issue credentials may see it.
     */
    public PersonSheet sheet(CustomerId customer, long person) {
        return session.read(
                Action.MANAGE_CREDENTIALS,
                Scope.of(customer),
                unit -> new Sheets(session.environment(), unit, customer).of(person));
    }

    /** People by number, after a number; those who were removed too ({@code USR-09}). */
    public List<Person> list(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.people().list(customer, after, limit));
    }

    /**
     * What happened to a person's credentials, at doors and here, also to lost ones and after the person was removed ({@code
     * USR-12}). A profile that purges histories leaves nothing of credentials that were deleted ({@code REV-10}).
     */
    public PersonHistory history(CustomerId customer, long person, HistoryCursor after, int limit) {
        Session.requirePage(limit);
        return session.read(
                Action.SEE_HISTORY, Scope.of(customer), unit -> Histories.of(unit, customer, person, after, limit));
    }
}
