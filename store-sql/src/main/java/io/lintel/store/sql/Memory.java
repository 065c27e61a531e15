package io.lintel.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a transaction knows without asking again: what it has read, what it has added, and what it will write. Works of one
 * batch read the same site and move the same balances; so the database is asked once, and told the last value once.
 */
final class Memory {

    /** How something came to be known, which decides what makes it unknown. */
    private enum Origin {
        /** A query's answer, which any row that is added to its tables may make wrong. */
        ASKED,
        /** The row with one key, or that there is none: of that row it is told when it is added. */
        FOUND,
        /** Written by this transaction. */
        MADE
    }

    /**
     * What is known.
     *
     * @param value empty where there is no such row
     * @param write how to write it, where that is still to be done
     */
    private record Known(Optional<?> value, Origin origin, Optional<Write> write) {
        Known written() {
            return new Known(value, origin, Optional.empty());
        }
    }

    /** A statement that sets a row, whatever it was before. */
    private record Write(String sql, List<Object> parameters) {}

    private final Map<Fact<?>, Known> known = new LinkedHashMap<>();
    private final Map<String, Set<Fact<?>>> byTable = new HashMap<>();

    /** Those that were asked for: a batch adds very many rows, and must not go through all that it knows for each. */
    private final Map<String, Set<Fact<?>>> askedByTable = new HashMap<>();

    private final Set<Fact<?>> unwritten = new LinkedHashSet<>();

    /** What was known when the current work began, of what it has changed. */
    private final Map<Fact<?>, Optional<Known>> before = new LinkedHashMap<>();

    boolean knows(Fact<?> fact) {
        return known.containsKey(fact);
    }

    /** Empty where nothing is known, or where it is known that there is nothing. */
    <V> Optional<V> get(Fact<V> fact) {
        Known found = known.get(fact);
        return found == null ? Optional.empty() : found.value().map(fact.type()::cast);
    }

    /** Keeps what a query said. */
    <V> void learn(Fact<V> fact, Optional<V> value) {
        put(fact, new Known(value, Origin.ASKED, Optional.empty()));
    }

    /** Keeps the row with one key, or that there is none, where {@link #made} is told of every row of the table. */
    <V> void found(Fact<V> fact, Optional<V> value) {
        put(fact, new Known(value, Origin.FOUND, Optional.empty()));
    }

    /** Keeps what a statement of this transaction has added. */
    <V> void made(Fact<V> fact, V value) {
        change(fact, new Known(Optional.of(value), Origin.MADE, Optional.empty()));
    }

    /** Keeps what a statement is still to write. */
    <V> void toWrite(Fact<V> fact, V value, String sql, List<Object> parameters) {
        change(fact, new Known(Optional.of(value), Origin.MADE, Optional.of(new Write(sql, parameters))));
    }

    /** A row was added to a table: what was read there may be wrong now. */
    void added(String table) {
        Set<Fact<?>> asked = askedByTable.getOrDefault(table, Set.of());
        if (!asked.isEmpty()) {
            List.copyOf(asked).forEach(this::remove);
        }
    }

    /** A table was changed by a statement that is none of ours. */
    void changed(Set<String> words) {
        for (String table : List.copyOf(byTable.keySet())) {
            if (words.contains(table)) {
                forget(table, true);
            }
        }
    }

    /** Whether a statement with these words could miss something that is still to be written. */
    boolean mayBeSeenBy(Set<String> words) {
        for (Fact<?> fact : unwritten) {
            for (String table : fact.tables()) {
                if (words.contains(table)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean isUnwritten() {
        return !unwritten.isEmpty();
    }

    void beginWork() {
        before.clear();
    }

    /** What was read may be what the work had changed. */
    void undoWork(boolean hasChangedRows) {
        if (hasChangedRows) {
            List.copyOf(byTable.keySet()).forEach(table -> forget(table, false));
        }
        before.forEach((fact, value) -> value.ifPresentOrElse(old -> put(fact, old), () -> remove(fact)));
        before.clear();
    }

    /** Writes what works before the current one left. */
    void sendEarlier(Statements statements) throws SQLException {
        List<Write> writes = new ArrayList<>();
        before.replaceAll((fact, old) -> old.map(value -> {
            value.write().ifPresent(writes::add);
            return value.written();
        }));
        for (Fact<?> fact : List.copyOf(unwritten)) {
            if (!before.containsKey(fact)) {
                take(fact).ifPresent(writes::add);
            }
        }
        send(statements, writes);
    }

    /** Writes everything. */
    void send(Statements statements) throws SQLException {
        List<Write> writes = new ArrayList<>();
        for (Fact<?> fact : List.copyOf(unwritten)) {
            take(fact).ifPresent(writes::add);
        }
        send(statements, writes);
    }

    private Optional<Write> take(Fact<?> fact) {
        Known value = Objects.requireNonNull(known.get(fact));
        put(fact, value.written());
        return value.write();
    }

    private static void send(Statements statements, List<Write> writes) throws SQLException {
        Map<String, List<List<Object>>> bySql = new LinkedHashMap<>();
        writes.forEach(write ->
                bySql.computeIfAbsent(write.sql(), sql -> new ArrayList<>()).add(write.parameters()));
        for (Map.Entry<String, List<List<Object>>> group : bySql.entrySet()) {
            statements.runAll(group.getKey(), group.getValue());
        }
    }

    private void change(Fact<?> fact, Known value) {
        before.putIfAbsent(fact, Optional.ofNullable(known.get(fact)));
        put(fact, value);
    }

    private void put(Fact<?> fact, Known value) {
        Known before = known.put(fact, value);
        if (value.write().isPresent()) {
            unwritten.add(fact);
        } else {
            unwritten.remove(fact);
        }
        if (before == null || before.origin() != value.origin()) {
            file(fact, value.origin());
        }
    }

    private void file(Fact<?> fact, Origin origin) {
        for (String table : fact.tables()) {
            byTable.computeIfAbsent(table, name -> new HashSet<>()).add(fact);
            if (origin == Origin.ASKED) {
                askedByTable.computeIfAbsent(table, name -> new HashSet<>()).add(fact);
            } else {
                askedByTable.getOrDefault(table, new HashSet<>()).remove(fact);
            }
        }
    }

    private void remove(Fact<?> fact) {
        known.remove(fact);
        unwritten.remove(fact);
        for (String table : fact.tables()) {
            byTable.getOrDefault(table, new HashSet<>()).remove(fact);
            askedByTable.getOrDefault(table, new HashSet<>()).remove(fact);
        }
    }

    private void forget(String table, boolean alsoMade) {
        for (Fact<?> fact : List.copyOf(byTable.getOrDefault(table, Set.of()))) {
            Known value = known.get(fact);
            if (value != null && (alsoMade || value.origin() != Origin.MADE)) {
                remove(fact);
            }
        }
    }
}
