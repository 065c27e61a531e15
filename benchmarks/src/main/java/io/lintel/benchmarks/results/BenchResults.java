package io.lintel.benchmarks.results;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a run found.
 *
 * @param command what makes such a run
 * @param began when it began
 * @param machine what it ran on
 * @param noisiest the look at the machine, one before each part and one at the end, at which others had most of it
 * @param sections what its parts found
 */
record BenchResults(String command, Instant began, Machine machine, Quietness noisiest, List<Section> sections) {
    BenchResults {
        sections = List.copyOf(sections);
    }

    private boolean isQuiet() {
        return noisiest.isQuiet();
    }

    private List<Aim> aims() {
        return sections.stream().flatMap(section -> section.aims().stream()).toList();
    }

    /** For people, and to be pasted into a page. */
    String markdown() {
        List<String> blocks = new ArrayList<>();
        blocks.add("`" + command + "`, " + began.truncatedTo(ChronoUnit.MINUTES));
        blocks.add("At the noisiest look, one before each part and one at the end: " + noisiest.words() + ".");
        if (!isQuiet()) {
            blocks.add(
                    "**This run was noisy: others used the processors. Its ratios say something, its times do not.**");
        }
        blocks.add(machine.markdown().stripTrailing());
        if (!aims().isEmpty()) {
            blocks.add("### What it should show");
            blocks.add(aimTable().markdown().stripTrailing());
        }
        sections.forEach(section -> blocks.add(section.markdown().stripTrailing()));
        return String.join("\n\n", blocks) + "\n";
    }

    private Table aimTable() {
        Table table = new Table("", "ratio", "median", "from", "to", "should be", "");
        aims().forEach(aim -> table.row(aim.what(), aim.value(), aim.low(), aim.high(), aim.bounded(), aim.verdict()));
        return table;
    }

    /** For programs. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("command", command);
        facts.put("began", began.toString());
        facts.put("quiet", isQuiet());
        facts.put("noisiest", noisiest.facts());
        facts.put("machine", machine.facts());
        facts.put("sections", sections.stream().map(Section::facts).toList());
        return facts;
    }
}
