package io.lintel.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows that were added and not yet sent to the database. They are sent together, table by table, before the first statement
 * that could see them, so nobody can tell the difference but by the time it takes.
 */
final class PendingInserts {

    /** So that a work which adds very many rows does not hold them all in memory. A full batch of issues has fewer. */
    private static final int MOST = 4000;

    /**
     * The tables that others refer to, each after those that it refers to itself. They are sent first, in this order, whatever
     * the order in which works added to them: a work may add a row to one table for somebody who is there, and then the same
     * for somebody new. (While a deferred key is open, SQLite also looks through all rows that may wait for it.)
     */
    private static final List<String> PARENTS = List.of(
            "distributor",
            "customer",
            "site",
            "person",
            "device",
            "credential",
            "activation",
            "reader",
            "project_code",
            "command",
            "audit_event",
            "transfer",
            "event_subscription");

    private record Insert(String sql, String table, int rank, List<Object> parameters) {}

    private final List<Insert> inserts = new ArrayList<>();
    private final Map<String, Integer> perTable = new HashMap<>();

    void add(String sql, String table, List<Object> parameters) {
        inserts.add(new Insert(sql, table, rank(table), parameters));
        perTable.merge(table, 1, Integer::sum);
    }

    int size() {
        return inserts.size();
    }

    boolean isFull() {
        return inserts.size() >= MOST;
    }

    /** Whether a statement with these words could see them. */
    boolean mayBeSeenBy(Set<String> words) {
        for (String table : perTable.keySet()) {
            if (words.contains(table)) {
                return true;
            }
        }
        return false;
    }

    /** Forgets all but the first ones. */
    void truncate(int size) {
        List<Insert> rest = inserts.subList(size, inserts.size());
        rest.forEach(insert -> perTable.computeIfPresent(insert.table(), (table, n) -> n == 1 ? null : n - 1));
        rest.clear();
    }

    /** Sends the first ones: parents before what refers to them, else in the order in which their tables were first written to. */
    void send(Statements statements, int count) throws SQLException {
        Map<String, List<List<Object>>> bySql = new LinkedHashMap<>();
        inserts.subList(0, count).stream()
                .sorted(Comparator.comparingInt(Insert::rank))
                .forEach(insert -> bySql.computeIfAbsent(insert.sql(), sql -> new ArrayList<>())
                        .add(insert.parameters()));
        for (Map.Entry<String, List<List<Object>>> group : bySql.entrySet()) {
            statements.runAll(group.getKey(), group.getValue());
        }
        List<Insert> sent = inserts.subList(0, count);
        sent.forEach(insert -> perTable.computeIfPresent(insert.table(), (table, n) -> n == 1 ? null : n - 1));
        sent.clear();
    }

    /** Rows of lower rank are sent before those of higher rank. */
    static int rank(String table) {
        int rank = PARENTS.indexOf(table);
        return rank < 0 ? PARENTS.size() : rank;
    }
}
