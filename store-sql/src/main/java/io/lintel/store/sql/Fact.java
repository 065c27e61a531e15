package io.lintel.store.sql;

import java.util.List;

/**
 * Names something that a transaction may know about its rows: a balance, the last number given, a row by its key.
 *
 * @param type of what is known
 * @param tables where it can be read; a statement that changes one of them makes it unknown
 * @param key tells facts of one type and table apart
 */
record Fact<V>(Class<V> type, List<String> tables, List<Object> key) {

    /** One that is read from one table. */
    static <V> Fact<V> of(Class<V> type, String table, Object... key) {
        return new Fact<>(type, List.of(table), List.of(key));
    }
}
