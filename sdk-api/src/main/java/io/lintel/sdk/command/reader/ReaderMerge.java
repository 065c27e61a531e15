package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.command.sync.LineIndex;
import io.lintel.sdk.command.sync.Problems;
import io.lintel.sdk.command.sync.Tally;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.profile.DoorRules;
import io.lintel.sdk.reader.ReaderEntry;
import io.lintel.sdk.reader.ReaderFile;
import io.lintel.sdk.reader.RegistrationRules;
import io.lintel.sdk.reader.RegistrationRules.Identity;
import io.lintel.sdk.store.UnitOfWork;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Compares a file with what is registered, entry by entry ({@code RDR-18}): by reader id, else by MAC address, else by
 * fingerprint. What the file does not mention stays.
 */
final class ReaderMerge implements ReaderFile.Visitor {

    private static final int PAGE = 500;

    /** What is done about a difference. */
    interface Effects {

        /** Nothing: the run is dry. */
        Effects NONE = new Effects() {
            @Override
            public void add(ReaderDetails details) {}

            @Override
            public void change(RegisteredReader reader, ReaderDetails details) {}
        };

        void add(ReaderDetails details);

        void change(RegisteredReader reader, ReaderDetails details);
    }

    private final UnitOfWork unit;
    private final CustomerId customer;
    private final DoorRules rules;
    private final Tally tally;
    private final Problems problems;
    private final Effects effects;
    private final EnrolledFingerprints fingerprints;
    private final LineIndex lines = new LineIndex();
    private final BitSet mentioned = new BitSet();
    private final BitSet before;

    ReaderMerge(
            UnitOfWork unit, CustomerId customer, DoorRules rules, Tally tally, Problems problems, Effects effects) {
        this.unit = unit;
        this.customer = customer;
        this.rules = rules;
        this.tally = tally;
        this.problems = problems;
        this.effects = effects;
        this.fingerprints = new EnrolledFingerprints(unit, customer);
        this.before = numbers(unit, customer);
    }

    @Override
    public void reader(long line, ReaderEntry entry) {
        tally.entry();
        if (repeats(line, entry)) {
            return;
        }
        Optional<RegisteredReader> byId =
                entry.readerId().flatMap(id -> unit.registrations().findByReaderId(customer, id));
        Optional<RegisteredReader> byMac =
                entry.mac().flatMap(mac -> unit.registrations().findByMac(customer, mac));
        Optional<RegisteredReader> byKey = entry.fingerprint()
                .flatMap(fingerprints::find)
                .flatMap(number -> unit.registrations().find(customer, number));
        Optional<RegisteredReader> reader = byId.or(() -> byMac).or(() -> byKey);
        if (disagree(byId, byMac) || disagree(byId, byKey) || disagree(byMac, byKey)) {
            problems.add(
                    line,
                    "readerId, mac and fingerprint belong to different readers that are registered; edit one of them first");
        } else if (reader.isPresent()) {
            known(line, entry, reader.get());
        } else {
            unknown(line, entry);
        }
    }

    @Override
    public void problem(long line, String what) {
        problems.add(line, what);
    }

    /** There are no more entries: what was there before and was not mentioned stays. */
    void end() {
        before.andNot(mentioned);
        before.stream().forEach(number -> tally.absent());
        tally.end();
    }

    private boolean repeats(long line, ReaderEntry entry) {
        boolean id = repeats(line, "readerId", entry.readerId());
        boolean mac = repeats(line, "mac", entry.mac().map(MacAddress::text));
        boolean key = repeats(line, "fingerprint", entry.fingerprint().map(Bytes::toHex));
        return id || mac || key;
    }

    private boolean repeats(long line, String field, Optional<String> value) {
        long first = value.isEmpty() ? 0 : lines.firstLine(field + ' ' + value.get(), line);
        if (first != 0) {
            problems.add(line, "this " + field + " stands on line " + first + " already; keep one of the two");
        }
        return first != 0;
    }

    private void known(long line, ReaderEntry entry, RegisteredReader reader) {
        if (mentioned.get(reader.number())) {
            problems.add(line, "this is a reader that an earlier line is about already; keep one of the two");
            return;
        }
        mentioned.set(reader.number());
        ReaderDetails details = entry.over(reader.details());
        if (!isGood(line, details, Registrations.identity(unit, customer, reader.number()))) {
            return;
        }
        if (details.equals(reader.details())) {
            tally.unchanged();
        } else {
            tally.changed(line, reader.number(), details.name(), DetailsText.changes(reader.details(), details));
            effects.change(reader, details);
        }
    }

    private void unknown(long line, ReaderEntry entry) {
        ReaderDetails details = entry.asNew();
        if (isGood(line, details, Identity.ID_OR_MAC)) {
            tally.added(line, details.name());
            effects.add(details);
        }
    }

    private boolean isGood(long line, ReaderDetails details, Identity identity) {
        List<String> broken = RegistrationRules.broken(details, rules, identity);
        broken.forEach(rule -> problems.add(line, rule));
        return broken.isEmpty();
    }

    private static boolean disagree(Optional<RegisteredReader> one, Optional<RegisteredReader> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().number() != other.get().number();
    }

    private static BitSet numbers(UnitOfWork unit, CustomerId customer) {
        BitSet numbers = new BitSet();
        int after = 0;
        List<RegisteredReader> page;
        do {
            page = unit.registrations().list(customer, after, PAGE);
            for (RegisteredReader reader : page) {
                after = reader.number();
                numbers.set(after);
            }
        } while (page.size() == PAGE);
        return numbers;
    }
}
