package io.lintel.store.sql;

import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.store.CommandLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the works of one batch will ask for: whether their commands were done, and whether their transfers were posted. The
 * answer is no, unless somebody repeats a command. So the first question is put for all of them, with one statement; who
 * does find something asks again for itself.
 */
final class Expected {

    private final List<CommandLog.Key> keys;
    private boolean hasAskedForCommands;
    private boolean hasAskedForTransfers;

    private Expected(List<CommandLog.Key> keys) {
        this.keys = keys;
    }

    /** Where no work says what it will ask for. */
    static Expected nothing() {
        return new Expected(List.of());
    }

    /** One work alone would ask no less often. */
    static Expected of(List<Work<?>> works) {
        return works.size() == 1
                ? nothing()
                : new Expected(
                        works.stream().flatMap(work -> work.command().stream()).toList());
    }

    /** Learns which of the commands were not done. */
    void askForCommands(Sql sql) {
        if (hasAskedForCommands || keys.isEmpty()) {
            return;
        }
        hasAskedForCommands = true;
        List<CommandLog.Key> asked = padded(new LinkedHashSet<>(keys));
        // Not IN or EXISTS, which PostgreSQL may turn into a join that goes through the whole index.
        Set<CommandLog.Key> done = Set.copyOf(sql.listSent(
                "SELECT column1 AS customer_id, column2 AS command_id FROM (VALUES "
                        + String.join(", ", Collections.nCopies(asked.size(), "(?, ?)"))
                        + ") asked WHERE (SELECT done_at FROM command WHERE customer_id = column1 AND command_id = column2)"
                        + " IS NOT NULL",
                CommandTables::key,
                asked.stream()
                        .flatMap(key ->
                                Stream.of(key.customer().value(), key.id().value()))
                        .toArray()));
        for (CommandLog.Key key : asked) {
            if (!done.contains(key)) {
                missing(sql, CommandTables.fact(key));
            }
        }
    }

    /** Learns which of the commands' transfers were not posted, where this is one of them. */
    void askForTransfers(Sql sql, TransferId wanted) {
        if (hasAskedForTransfers || keys.isEmpty()) {
            return;
        }
        Set<TransferId> ids = keys.stream()
                .map(key -> TransferId.of(key.customer(), key.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!ids.contains(wanted)) {
            return;
        }
        hasAskedForTransfers = true;
        List<TransferId> asked = padded(ids);
        Set<TransferId> posted = Set.copyOf(sql.listSent(
                "SELECT transfer_id FROM transfer WHERE transfer_id IN ("
                        + String.join(", ", Collections.nCopies(asked.size(), "?")) + ")",
                row -> new TransferId(row.octets("transfer_id")),
                asked.stream().map(TransferId::value).toArray()));
        for (TransferId id : asked) {
            if (!posted.contains(id)) {
                missing(sql, ChargeQueries.fact(id));
            }
        }
    }

    /** What is known already may be a row that was added and not sent. */
    private static void missing(Sql sql, Fact<?> fact) {
        if (!sql.knows(fact)) {
            sql.missing(fact);
        }
    }

    /** The last one again and again, up to a power of two: so there are few statements to prepare. */
    private static <T> List<T> padded(Collection<T> values) {
        List<T> all = new ArrayList<>(values);
        T last = all.get(all.size() - 1);
        while (Integer.bitCount(all.size()) != 1) {
            all.add(last);
        }
        return all;
    }
}
