package io.lintel.protocol.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table of events by states, written as text: states in the first line, events in the first column, bars between. */
public final class StateTable {
    /** What is expected of one event in one state. */
    public record Cell(String state, String event, String expected) {}

    private final List<Cell> cells = new ArrayList<>();

    private StateTable(List<List<String>> rows) {
        List<String> states = rows.get(0);
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != states.size()) {
                throw new IllegalArgumentException("not one cell for each state: " + row);
            }
            for (int i = 1; i < row.size(); i++) {
                cells.add(new Cell(states.get(i), row.get(0), row.get(i)));
            }
        }
    }

    public static StateTable of(String text) {
        return new StateTable(text.lines()
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .toList());
    }

    public Stream<Cell> cells() {
        return cells.stream();
    }
}
