package io.lintel.benchmarks.results;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table: a title, columns, and rows of texts and numbers. The first column says what a row is about. Not thread-safe. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public final class Table {
    private final String title;
    private final List<String> columns;
    private final List<List<Object>> rows = new ArrayList<>();

    /** Begins a table. */
    public Table(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** A table as a file has it. */
    @JsonCreator
    static Table read(
            @JsonProperty("title") String title,
            @JsonProperty("columns") List<String> columns,
            @JsonProperty("rows") List<List<Object>> rows) {
        Table table = new Table(title, columns.toArray(String[]::new));
        rows.forEach(row -> table.row(row.toArray()));
        return table;
    }

    /**
     * Adds a row; one that has another number of cells is refused with {@link IllegalArgumentException}. A number that is none
     * becomes a dash.
     */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("a row of this table has " + columns.size() + " cells");
        }
        rows.add(Stream.of(cells).map(Table::cell).toList());
        return this;
    }

    private static Object cell(Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? "-" : value;
    }

    /** Whether there is no row. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The table for people. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) {
            text.append(title).append(":\n\n");
        }
        line(text, columns);
        List<String> rule = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            rule.add(isNumber(column) ? "---:" : "---");
        }
        text.append('|').append(String.join("|", rule)).append("|\n");
        rows.forEach(row -> line(text, row.stream().map(Figures::text).toList()));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private boolean isNumber(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** The table for programs: its rows, each a map from column to cell. */
    Map<String, Object> facts() {
        List<Map<String, Object>> named = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                String name = columns.get(column);
                cells.put(name.isEmpty() ? "name" : name, row.get(column));
            }
            named.add(cells);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("title", title);
        facts.put("rows", named);
        return facts;
    }
}
