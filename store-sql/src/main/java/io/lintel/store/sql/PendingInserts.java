package io.lintel.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
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

    /** So that a work which adds very many rows does not hold them all in memory. */
    private static final int MOST = 1000;

    /**
     * Works write an activation before its credential, which a deferred key allows. While such a key is open, SQLite looks
     * through all activations at each credential that is added; so credentials are sent first.
     */
    private static final String BEFORE_ITS_PARENT = "activation";

    private static final String PARENT = "credential";

    private record Insert(String sql, String table, List<Object> parameters) {}

    private final List<Insert> inserts = new ArrayList<>();
    private final Map<String, Integer> perTable = new HashMap<>();

    void add(String sql, String table, List<Object> parameters) {
        inserts.add(new Insert(sql, table, parameters));
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

    /** Sends the first ones, in the order in which their tables were first written to. */
    void send(Statements statements, int count) throws SQLException {
        Map<String, List<List<Object>>> bySql = new LinkedHashMap<>();
        boolean parentsHaveTheirPlace = false;
        for (Insert insert : inserts.subList(0, count)) {
            if (!parentsHaveTheirPlace && insert.table().equals(BEFORE_ITS_PARENT)) {
                inserts.subList(0, count).stream()
                        .filter(other -> other.table().equals(PARENT))
                        .forEach(parent -> bySql.computeIfAbsent(parent.sql(), sql -> new ArrayList<>()));
                parentsHaveTheirPlace = true;
            }
            bySql.computeIfAbsent(insert.sql(), sql -> new ArrayList<>()).add(insert.parameters());
        }
        for (Map.Entry<String, List<List<Object>>> group : bySql.entrySet()) {
            statements.runAll(group.getKey(), group.getValue());
        }
        List<Insert> sent = inserts.subList(0, count);
        sent.forEach(insert -> perTable.computeIfPresent(insert.table(), (table, n) -> n == 1 ? null : n - 1));
        sent.clear();
    }
}
