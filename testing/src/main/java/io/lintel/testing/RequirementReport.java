package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says what became of each requirement: the reviewed page {@code docs/requirements.md} held against the tests that ran.
 *
 * <p>Run it with the root of the repository as its one argument, after the tests of all modules. It reads the tallies
 * that each JVM of a module's test run left under {@code target/}, prints a summary, writes {@code target/requirements.json} and
 * {@code target/requirements.html}, and fails where page and tests disagree.
 */
public final class RequirementReport {

    private final List<RequirementRow> rows;
    private final List<String> problems;

    private RequirementReport(List<RequirementRow> rows, List<String> problems) {
        this.rows = rows;
        this.problems = problems;
    }

    /**
     * Prints and writes the report.
     *
     * @param arguments the root of the repository
     * @throws IOException where the page or a tally cannot be read, or the report not be written
     * @throws IllegalStateException where a requirement is not what the page says
     */
    @SuppressWarnings("SystemOut") // A command: standard output is its result.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: RequirementReport REPOSITORY");
        }
        Path repository = Path.of(arguments[0]);
        RequirementReport report = of(repository);
        Path directory = Files.createDirectories(repository.resolve("target"));
        Files.writeString(directory.resolve("requirements.json"), RequirementJson.of(report.rows));
        Files.writeString(directory.resolve("requirements.html"), RequirementHtml.of(report.rows));
        System.out.println(RequirementSummary.of(report.rows));
        if (!report.problems.isEmpty()) {
            throw new IllegalStateException(
                    report.problems.size() + " requirement(s) are not what " + RequirementMap.PATH
                            + " says:" + System.lineSeparator() + "  "
                            + String.join(System.lineSeparator() + "  ", report.problems));
        }
    }

    static RequirementReport of(Path repository) throws IOException {
        RequirementMap map = RequirementMap.read(repository);
        Map<String, Map<String, Tally>> testsById = readTallies(repository);
        List<String> problems = new ArrayList<>(map.problems());
        List<RequirementRow> rows = new ArrayList<>();
        for (String id : RequirementIds.all()) {
            MappedRequirement mapped = map.rows().get(id);
            if (mapped != null) {
                RequirementState.of(mapped.state())
                        .map(state -> row(mapped, state, testsById))
                        .ifPresent(rows::add);
            }
        }
        for (RequirementRow row : rows) {
            addProblem(row, problems);
        }
        for (String id : testsById.keySet()) {
            if (!RequirementIds.isKnown(id)) {
                problems.add(id + " is not the id of a requirement, but "
                        + testsById.get(id).keySet() + " carry it.");
            }
        }
        return new RequirementReport(rows, problems);
    }

    private static RequirementRow row(
            MappedRequirement mapped, RequirementState state, Map<String, Map<String, Tally>> testsById) {
        return new RequirementRow(
                mapped.id(), state, mapped.title(), mapped.note(), testsById.getOrDefault(mapped.id(), Map.of()));
    }

    private static void addProblem(RequirementRow row, List<String> problems) {
        if (row.state() == RequirementState.TESTED && !row.isMet()) {
            problems.add(row.id() + " is TESTED, but "
                    + (row.tests().isEmpty()
                            ? "no test that ran carries its id."
                            : "not all is well with " + row.tests()));
        }
    }

    private static Map<String, Map<String, Tally>> readTallies(Path repository) throws IOException {
        Map<String, Map<String, Tally>> testsById = new TreeMap<>();
        for (Path file : tallyFiles(repository)) {
            TallyFile.read(file)
                    .forEach((claim, tally) -> testsById
                            .computeIfAbsent(claim.id(), id -> new TreeMap<>())
                            .merge(claim.test(), tally, Tally::plus));
        }
        return testsById;
    }

    private static List<Path> tallyFiles(Path repository) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path module : list(repository)) {
            for (Path fork : list(module.resolve("target/requirements"))) {
                files.add(fork.resolve(TallyFile.NAME));
            }
        }
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        }
    }

    /** The requirements in the order of their ids; those without a state are left out. */
    List<RequirementRow> rows() {
        return rows;
    }

    /** Where page and tests disagree, for people; the build fails unless it is empty. */
    List<String> problems() {
        return problems;
    }
}
