package io.lintel.sdk.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column of a file holds what. */
final class CsvColumns {

    /** The columns that a file may have. */
    enum Column {
        FIRST_NAME("First name"),
        LAST_NAME("Last name"),
        E_MAIL("E-mail"),
        ID("ID"),
        SYNC_ID("Sync ID");

        private final String title;

        Column(String title) {
            this.title = title;
        }
    }

    private final Map<Column, Integer> places;
    private final int count;

    private CsvColumns(Map<Column, Integer> places, int count) {
        this.places = places;
        this.count = count;
    }

    /** Reads the first line; empty where it is not right, which the visitor is told. */
    static Optional<CsvColumns> of(CsvRecords.Line header, HostDirectory.Visitor visitor) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        Optional<String> wrong = header.problem();
        List<String> fields = header.fields();
        for (int i = 0; i < fields.size() && wrong.isEmpty(); i++) {
            Optional<Column> column = column(fields.get(i));
            if (column.isEmpty()) {
                wrong = Optional.of("column " + (i + 1)
                        + " of the first line is none of First name, Last name, E-mail, ID" + " and Sync ID");
            } else if (places.putIfAbsent(column.get(), i) != null) {
                wrong = Optional.of("the first line names " + column.get().title + " twice");
            }
        }
        for (Column column : Column.values()) {
            if (wrong.isEmpty() && column != Column.SYNC_ID && !places.containsKey(column)) {
                wrong = Optional.of("the first line lacks the column " + column.title);
            }
        }
        wrong.ifPresent(what -> visitor.problem(header.number(), what));
        return wrong.isPresent() ? Optional.empty() : Optional.of(new CsvColumns(places, fields.size()));
    }

    int count() {
        return count;
    }

    /** The value without white space around it; empty where the file has no such column. */
    String value(CsvRecords.Line line, Column column) {
        Integer place = places.get(column);
        return place == null ? "" : line.fields().get(place).strip();
    }

    private static Optional<Column> column(String title) {
        for (Column column : Column.values()) {
            if (column.title.equalsIgnoreCase(title.strip())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
