package io.lintel.benchmarks.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one part of a run found.
 *
 * @param name the part's name, as on the command line
 * @param title its heading
 * @param tables its tables
 * @param aims what it should show
 * @param charts what it draws
 * @param notes sentences to read the tables with
 */
public record Section(
        String name, String title, List<Table> tables, List<Aim> aims, List<Chart> charts, List<String> notes) {
    public Section {
        tables = List.copyOf(tables);
        aims = List.copyOf(aims);
        charts = List.copyOf(charts);
        notes = List.copyOf(notes);
    }

    /** A section without notes. */
    public Section(String name, String title, List<Table> tables, List<Aim> aims, List<Chart> charts) {
        this(name, title, tables, aims, charts, List.of());
    }

    /** The section for people. */
    String markdown() {
        List<String> blocks = new ArrayList<>();
        blocks.add("### " + title);
        notes.forEach(blocks::add);
        tables.forEach(table -> blocks.add(table.markdown().stripTrailing()));
        charts.forEach(chart -> blocks.add("![" + chart.title() + "](" + chart.name() + ".svg)"));
        return String.join("\n\n", blocks) + "\n";
    }

    /** The section for programs. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("title", title);
        facts.put("notes", notes);
        facts.put("tables", tables.stream().map(Table::facts).toList());
        facts.put("aims", aims.stream().map(Aim::facts).toList());
        facts.put("charts", charts.stream().map(Chart::name).toList());
        return facts;
    }
}
