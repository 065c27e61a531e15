package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says how many of the requirements have a passing test. Run it with the root of the repository as its one argument; it
 * reads the tallies that each module's test run left under {@code target/}.
 */
public final class RequirementCount {

    private final Map<String, Tally> tallies = new TreeMap<>();
    private int modules;

    private RequirementCount() {}

    /**
     * Prints the count.
     *
     * @param arguments the root of the repository
     * @throws IOException where a tally cannot be read
     */
    @SuppressWarnings("SystemOut") // A command: standard output is its result.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: RequirementCount REPOSITORY");
        }
        System.out.println(of(Path.of(arguments[0])).report());
    }

    static RequirementCount of(Path repository) throws IOException {
        RequirementCount count = new RequirementCount();
        for (Path file : tallyFiles(repository)) {
            count.modules++;
            TallyFile.read(file).forEach((id, tally) -> count.tallies.merge(id, tally, Tally::plus));
        }
        return count;
    }

    private static List<Path> tallyFiles(Path repository) throws IOException {
        try (Stream<Path> modules = Files.list(repository)) {
            return modules.map(module -> module.resolve("target/requirements").resolve(TallyFile.NAME))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    String report() {
        long failed =
                tallies.values().stream().filter(tally -> tally.failed() > 0).count();
        long passed = tallies.values().stream().filter(RequirementCount::isMet).count();
        return String.format(
                Locale.ROOT,
                "Requirements: %d of %d have a passing test and none that fails (%d fail, %d only skipped; tests of %d"
                        + " modules).%n%s",
                passed,
                RequirementIds.titles().size(),
                failed,
                tallies.size() - passed - failed,
                modules,
                reportByGroup());
    }

    private String reportByGroup() {
        Map<String, Integer> met = new TreeMap<>();
        Map<String, Integer> all = new TreeMap<>();
        for (String id : RequirementIds.titles().keySet()) {
            String group = id.substring(0, id.indexOf('-'));
            all.merge(group, 1, Integer::sum);
            met.merge(group, isMet(tallies.getOrDefault(id, Tally.NONE)) ? 1 : 0, Integer::sum);
        }
        List<String> groups = new ArrayList<>();
        all.forEach((group, count) -> groups.add(group + " " + met.get(group) + "/" + count));
        return "  " + String.join(", ", groups);
    }

    private static boolean isMet(Tally tally) {
        return tally.passed() > 0 && tally.failed() == 0;
    }
}
