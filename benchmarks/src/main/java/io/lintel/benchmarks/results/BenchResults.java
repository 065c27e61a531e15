package io.lintel.benchmarks.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that was found, by one run or by several of the same length on the same machine.
 *
 * @param machine what they ran on
 * @param parts the parts that came to their end, one at least
 */
record BenchResults(Machine machine, List<PartResult> parts) {
    BenchResults {
        parts = List.copyOf(parts);
    }

    private boolean isQuiet() {
        return parts.stream().allMatch(part -> part.noisiest().isQuiet());
    }

    List<Section> sections() {
        return parts.stream().map(PartResult::section).toList();
    }

    private List<Aim> aims() {
        return sections().stream().flatMap(section -> section.aims().stream()).toList();
    }

    /** For people, and to be pasted into a page. */
    String markdown() {
        List<String> blocks = new ArrayList<>();
        if (!isQuiet()) {
            blocks.add(
                    "**This run was noisy: others used the processors. Its ratios say something, its times do not.**");
        }
        blocks.add(runTable().markdown().stripTrailing());
        blocks.add(machine.markdown().stripTrailing());
        if (!aims().isEmpty()) {
            blocks.add("### What it should show");
            blocks.add(aimTable().markdown().stripTrailing());
        }
        sections().forEach(section -> blocks.add(section.markdown().stripTrailing()));
        return String.join("\n\n", blocks) + "\n";
    }

    private Table runTable() {
        Table table =
                new Table("", "part", "command", "began", "took", "at the noisier look, before it or behind it", "");
        parts.forEach(part -> table.row(
                part.part().word(),
                "`" + part.command() + "`",
                part.time(),
                part.lasted(),
                part.noisiest().words(),
                part.noisiest().isQuiet() ? "quiet" : "**noisy**"));
        return table;
    }

    private Table aimTable() {
        Table table = new Table("", "figure", "value", "from", "to", "should be", "");
        aims().forEach(aim -> table.row(aim.what(), aim.value(), aim.low(), aim.high(), aim.bounded(), aim.verdict()));
        return table;
    }

    /** For programs. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("quiet", isQuiet());
        facts.put("machine", machine.facts());
        facts.put("sections", parts.stream().map(PartResult::facts).toList());
        return facts;
    }
}
