package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.person.PersonAddition;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.PersonAdded;
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

    /** People by number, after a number. */
    public List<Person> list(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.people().list(customer, after, limit));
    }
}
