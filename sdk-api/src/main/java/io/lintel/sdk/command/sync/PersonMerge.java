package io.lintel.sdk.command.sync;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.HostLink;
import io.lintel.sdk.model.KnownPerson;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.person.PersonChecks;
import io.lintel.sdk.profile.PersonRules;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.sdk.sync.HostDirectory;
import io.lintel.sdk.sync.HostPerson;
import io.lintel.sdk.sync.SyncPeople.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares a host system's list with the people of a site: by sync id, else by e-mail address. It looks at {@value #CHUNK} people at
 * a time, so the database is asked a few times per chunk and the list may be of any length.
 */
final class PersonMerge implements HostDirectory.Visitor {

    private static final int CHUNK = 500;

    /** What is done about a difference. */
    interface Effects {

        void add(HostPerson person);

        void change(KnownPerson known, HostPerson person);

        void remove(KnownPerson known);
    }

    private record Entry(long line, HostPerson person) {}

    private final UnitOfWork unit;
    private final CustomerId customer;
    private final PersonRules rules;
    private final Absent absent;
    private final Tally tally;
    private final Problems problems;
    private final Effects effects;
    private final ListDigest digest = new ListDigest();
    private final LineIndex lines = new LineIndex();
    private final BitSet mentioned = new BitSet();
    private final BitSet before;
    private final List<Entry> chunk = new ArrayList<>();
    private long count;

    PersonMerge(
            UnitOfWork unit,
            CustomerId customer,
            PersonRules rules,
            Absent absent,
            Tally tally,
            Problems problems,
            Effects effects) {
        this.unit = unit;
        this.customer = customer;
        this.rules = rules;
        this.absent = absent;
        this.tally = tally;
        this.problems = problems;
        this.effects = effects;
        this.before = linked();
    }

    @Override
    public void person(long line, HostPerson person) {
        tally.entry();
        digest.add(person);
        count++;
        if (count > HostDirectory.MAX_PEOPLE) {
            if (count == HostDirectory.MAX_PEOPLE + 1L) {
                problems.add(line, "the list has more than " + HostDirectory.MAX_PEOPLE + " people; split it");
            }
            return;
        }
        boolean good = isWellFormed(line, person);
        if (!repeats(line, person) && good) {
            chunk.add(new Entry(line, person));
            if (chunk.size() == CHUNK) {
                compareChunk();
            }
        }
    }

    @Override
    public void problem(long line, String what) {
        digest.add(line, what);
        problems.add(line, what);
    }

    /** There are no more people. Returns the SHA-256 of all that were there. */
    Bytes end() {
        compareChunk();
        before.andNot(mentioned);
        if (absent == Absent.KEEP) {
            before.stream().forEach(number -> tally.absent());
        } else {
            removeAbsent();
        }
        tally.end();
        return digest.value();
    }

    private boolean isWellFormed(long line, HostPerson person) {
        List<String> broken =
                new ArrayList<>(PersonChecks.broken(rules, person.givenName(), person.familyName(), person.email()));
        if (person.email().isEmpty() && person.syncId().isEmpty()) {
            broken.add("a person needs an e-mail address or a sync id to be known again; give one of them");
        }
        if (person.accessNumber().isPresent() && person.accessNumber().getAsLong() < 1) {
            broken.add("the ID is a number from 1 on");
        }
        try {
            sample(person);
        } catch (IllegalArgumentException e) {
            // The records state their bounds and no value, so that their words may go into a message.
            broken.add(String.valueOf(e.getMessage()));
        }
        broken.forEach(rule -> problems.add(line, rule));
        return broken.isEmpty();
    }

    private void sample(HostPerson person) {
        link(person);
        apply(new Person(customer, 1, "", "", "", Instant.EPOCH), person);
    }

    static Person apply(Person known, HostPerson person) {
        return known.with(person.givenName(), person.familyName(), person.email());
    }

    static HostLink link(HostPerson person) {
        return new HostLink(person.accessNumber(), person.syncId());
    }

    private boolean repeats(long line, HostPerson person) {
        boolean email = repeats(line, "e-mail address", person.email().toLowerCase(Locale.ROOT));
        boolean syncId = repeats(line, "sync id", person.syncId().orElse(""));
        boolean number = repeats(
                line,
                "ID",
                person.accessNumber().isPresent()
                        ? Long.toString(person.accessNumber().getAsLong())
                        : "");
        return email || syncId || number;
    }

    private boolean repeats(long line, String field, String value) {
        long first = value.isEmpty() ? 0 : lines.firstLine(field + ' ' + value, line);
        if (first != 0) {
            problems.add(line, "this " + field + " stands on line " + first + " already; keep one of the two");
        }
        return first != 0;
    }

    private void compareChunk() {
        KnownPeople known =
                KnownPeople.of(unit, customer, chunk.stream().map(Entry::person).toList());
        chunk.forEach(entry -> compare(entry, known));
        chunk.clear();
    }

    private void compare(Entry entry, KnownPeople known) {
        Optional<String> conflict = known.conflict(entry.person());
        if (conflict.isPresent()) {
            problems.add(entry.line(), conflict.get());
            return;
        }
        Optional<KnownPerson> match = known.match(entry.person());
        if (match.isEmpty()) {
            tally.added(entry.line(), name(entry.person()));
            effects.add(entry.person());
            return;
        }
        Person person = match.get().person();
        if (mentioned.get(Math.toIntExact(person.number()))) {
            problems.add(entry.line(), "this is a person whom an earlier line is about already; keep one of the two");
            return;
        }
        mentioned.set(Math.toIntExact(person.number()));
        if (apply(person, entry.person()).equals(person)
                && match.get().link().equals(Optional.of(link(entry.person())))) {
            tally.unchanged();
        } else {
            tally.changed(
                    entry.line(),
                    person.number(),
                    name(entry.person()),
                    PersonText.changes(match.get(), entry.person()));
            effects.change(match.get(), entry.person());
        }
    }

    private void removeAbsent() {
        long after = 0;
        List<KnownPerson> page;
        do {
            page = unit.hostPeople().list(customer, after, CHUNK);
            for (KnownPerson known : page) {
                after = known.person().number();
                if (before.get(Math.toIntExact(after))) {
                    tally.removed(after, name(known.person()));
                    effects.remove(known);
                }
            }
        } while (page.size() == CHUNK);
    }

    private BitSet linked() {
        BitSet numbers = new BitSet();
        long after = 0;
        List<KnownPerson> page;
        do {
            page = unit.hostPeople().list(customer, after, CHUNK);
            for (KnownPerson known : page) {
                after = known.person().number();
                numbers.set(Math.toIntExact(after));
            }
        } while (page.size() == CHUNK);
        return numbers;
    }

    private static String name(HostPerson person) {
        return (person.givenName() + ' ' + person.familyName()).strip();
    }

    private static String name(Person person) {
        return (person.givenName() + ' ' + person.familyName()).strip();
    }
}
