package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reviewed page {@code docs/requirements.md}: tables of {@code | id | state | requirement | note |}, a line per
 * requirement.
 */
final class RequirementMap {

    static final String PATH = "docs/requirements.md";

    private static final String HEADING = "| Id |";
    private static final String RULE = "|---";
    private static final int COLUMNS = 4;

    private final Map<String, MappedRequirement> rows = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private RequirementMap() {}

    static RequirementMap read(Path repository) throws IOException {
        return parse(Files.readAllLines(repository.resolve(PATH)));
    }

    static RequirementMap parse(List<String> lines) {
        RequirementMap map = new RequirementMap();
        for (String line : lines) {
            if (line.startsWith("|") && !line.startsWith(HEADING) && !line.startsWith(RULE)) {
                map.addRow(line);
            }
        }
        for (String id : RequirementIds.all()) {
            if (!map.rows.containsKey(id)) {
                map.problems.add(id + " has no line in " + PATH + ". Add one with its state.");
            }
        }
        return map;
    }

    private void addRow(String line) {
        String[] cells = line.split("\\|", -1);
        if (cells.length != COLUMNS + 2 || !cells[COLUMNS + 1].isBlank()) {
            problems.add("This line of " + PATH + " has not the four cells id, state, requirement and note: " + line);
            return;
        }
        MappedRequirement row =
                new MappedRequirement(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
        if (rows.putIfAbsent(row.id(), row) != null) {
            problems.add(row.id() + " has two lines in " + PATH + ". Remove one.");
        }
        check(row);
    }

    private void check(MappedRequirement row) {
        if (!RequirementIds.isKnown(row.id())) {
            problems.add(row.id() + " is not the id of a requirement, and " + PATH + " has a line for it.");
        }
        RequirementState.of(row.state())
                .ifPresentOrElse(
                        state -> check(row, state),
                        () -> problems.add(row.id() + " has no state that exists: '" + row.state() + "'."));
    }

    private void check(MappedRequirement row, RequirementState state) {
        if (!state.isAllowedFor(row.id())) {
            problems.add(row.id() + " is " + state + ", but does not belong to a user interface alone.");
        }
        if (state.needsNote() && row.note().isEmpty()) {
            problems.add(row.id() + " is " + state + " without a note that says "
                    + (state == RequirementState.GAP ? "what was decided." : "what brings it."));
        }
    }

    /** The lines by id; those of unknown ids and unknown states included, of which {@link #problems} tells. */
    Map<String, MappedRequirement> rows() {
        return rows;
    }

    /** What is wrong with the page, for people; empty if nothing is. */
    List<String> problems() {
        return problems;
    }
}
