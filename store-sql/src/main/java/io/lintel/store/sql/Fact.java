package io.lintel.store.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names something that a transaction may know about its rows: a balance, the last number given, a row by its key. It is
 * looked up again and again, so it keeps its hash.
 */
final class Fact<V> {

    private final Class<V> type;
    private final List<String> tables;
    private final List<Object> key;
    private final int hash;

    /**
     * A name.
     *
     * @param type of what is known
     * @param tables where it can be read; a statement that changes one of them makes it unknown
     * @param key tells facts of one type and table apart
     */
    Fact(Class<V> type, List<String> tables, List<Object> key) {
        this.type = type;
        this.tables = tables;
        this.key = key;
        hash = 31 * type.hashCode() + key.hashCode();
    }

    /** One that is read from one table. */
    static <V> Fact<V> of(Class<V> type, String table, Object... key) {
        return new Fact<>(type, List.of(table), List.of(key));
    }

    Class<V> type() {
        return type;
    }

    List<String> tables() {
        return tables;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact<?> fact
                && hash == fact.hash
                && type.equals(fact.type)
                && key.equals(fact.key)
                && tables.equals(fact.tables);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
