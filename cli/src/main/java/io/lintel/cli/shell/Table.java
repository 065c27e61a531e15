package io.lintel.cli.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns for people: as wide as their widest cell, two blanks between them. Where that does not fit the terminal, the
 * widest columns are narrowed and their cells continue on the next line.
 */
public final class Table {
    private static final int GAP = 2;
    private static final int NARROWEST = 8;

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
            widths[i] = Math.max(widths[i], length(cells[i]));
        }
        return this;
    }

    /** Adds the table to an answer. */
    public Answer into(Answer answer) {
        return answer.table(this);
    }

    /**
     * The table as lines.
     *
     * @param columns how many characters fit in a line; 0 for any number
     */
    List<String> lines(int columns) {
        int[] fitting = fitting(columns);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> addRow(row, fitting, lines));
        return lines;
    }

    private int[] fitting(int columns) {
        int[] fitting = widths.clone();
        int gaps = GAP * (fitting.length - 1);
        while (columns > 0 && Arrays.stream(fitting).sum() + gaps > columns) {
            int widest = 0;
            for (int i = 1; i < fitting.length; i++) {
                widest = fitting[i] > fitting[widest] ? i : widest;
            }
            if (fitting[widest] <= NARROWEST) {
                return fitting;
            }
            fitting[widest]--;
        }
        return fitting;
    }

    private static void addRow(String[] row, int[] widths, List<String> lines) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < row.length; i++) {
            List<String> cell = folded(row[i], widths[i]);
            height = Math.max(height, cell.size());
            cells.add(cell);
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                text.append(part).append(" ".repeat(widths[i] + GAP - length(part)));
            }
            lines.add(text.toString().stripTrailing());
        }
    }

    /** A cell in lines, broken at blanks where there are any. */
    private static List<String> folded(String cell, int width) {
        List<String> lines = new ArrayList<>();
        String rest = cell;
        while (length(rest) > width) {
            int end = rest.offsetByCodePoints(0, width);
            int blank = rest.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
