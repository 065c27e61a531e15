package io.lintel.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** Columns for people: as wide as their widest cell, two blanks between them. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();
    private final int[] widths;

    /** A table with these headings. */
    public Table(String... headings) {
        widths = new int[headings.length];
        row(headings);
    }

    /** Adds a row with one cell for each heading. */
    public Table row(String... cells) {
        if (cells.length != widths.length) {
            throw new IllegalArgumentException("a row of " + widths.length + " cells, not " + cells.length);
        }
        rows.add(cells.clone());
        for (int i = 0; i < cells.length; i++) {
            widths[i] = Math.max(widths[i], cells[i].codePointCount(0, cells[i].length()));
        }
        return this;
    }

    /** Adds the table to an answer. */
    public Answer into(Answer answer) {
        rows.forEach(row -> answer.line(text(row)));
        return answer;
    }

    private String text(String[] row) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            text.append(row[i]);
            int missing = widths[i] + 2 - row[i].codePointCount(0, row[i].length());
            text.append(" ".repeat(missing));
        }
        return text.toString().stripTrailing();
    }
}
