package io.lintel.sdk.command.person;

import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.person.HistoryCursor;
import io.lintel.sdk.person.HistoryEntry;
import io.lintel.sdk.person.PersonHistory;
import io.lintel.sdk.store.Journal.About;
import io.lintel.sdk.store.UnitOfWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins what doors tell of a person with what became of the person's credentials. */
public final class Histories {

    private static final Set<Change.Kind> OF_PEOPLE =
            EnumSet.of(Change.Kind.PERSON_ADDED, Change.Kind.PERSON_CHANGED, Change.Kind.PERSON_REMOVED);

    private static final Set<Change.Kind> OF_CREDENTIALS = EnumSet.of(
            Change.Kind.CREDENTIAL_ISSUED,
            Change.Kind.ACTIVATION_RESENT,
            Change.Kind.ACTIVATION_LINK_USED_UP,
            Change.Kind.CREDENTIAL_ACTIVATED,
            Change.Kind.CREDENTIAL_REVOKED,
            Change.Kind.REVOCATION_CONFIRMED,
            Change.Kind.EXPOSURE_ALARM,
            Change.Kind.CREDENTIAL_LOST,
            Change.Kind.CREDENTIAL_DELETED,
            Change.Kind.CREDENTIAL_RESTORED);

    private Histories() {}

    public static PersonHistory of(UnitOfWork unit, CustomerId customer, long person, HistoryCursor after, int limit) {
        if (unit.people().find(customer, person).isEmpty()) {
            throw new ManagerException.NotFound("person " + person + " of site " + customer);
        }
        Deque<RecordedChange> changes =
                new ArrayDeque<>(unit.journal().audit(customer, about(unit, customer, person), after.change(), limit));
        Deque<AccessRecord> accesses =
                new ArrayDeque<>(unit.accesses().ofPerson(customer, person, after.access(), limit));
        List<HistoryEntry> entries = new ArrayList<>();
        long access = after.access();
        long change = after.change();
        while (entries.size() < limit && !(changes.isEmpty() && accesses.isEmpty())) {
            if (isNext(changes, accesses)) {
                RecordedChange next = changes.remove();
                change = next.number();
                entries.add(new HistoryEntry.Lifecycle(next));
            } else {
                AccessRecord next = accesses.remove();
                access = next.number();
                entries.add(new HistoryEntry.Access(next));
            }
        }
        return new PersonHistory(entries, new HistoryCursor(access, change));
    }

    private static List<About> about(UnitOfWork unit, CustomerId customer, long person) {
        Set<String> serials = unit.credentials().ofPerson(customer, person).stream()
                .map(credential -> Long.toString(credential.serial()))
                .collect(Collectors.toSet());
        return List.of(new About(OF_PEOPLE, Set.of(Long.toString(person))), new About(OF_CREDENTIALS, serials));
    }

    /** Whether a change comes before an access: a credential is issued before it opens a door. */
    private static boolean isNext(Deque<RecordedChange> changes, Deque<AccessRecord> accesses) {
        return !changes.isEmpty()
                && (accesses.isEmpty()
                        || !changes.element()
                                .change()
                                .at()
                                .isAfter(accesses.element().received()));
    }
}
