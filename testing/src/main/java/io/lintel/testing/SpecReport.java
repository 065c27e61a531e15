package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which sentences of the specification no test names: the numbers of {@code spec/*.md} held against {@link Spec} and the
 * conformance kit, and against {@code spec/untested.md}, which says of some why no test can.
 *
 * <p>Run it with the root of the repository as its one argument. It prints a summary, writes {@code target/spec-numbers.txt},
 * and fails where a number stands twice or a test names one that does not exist.
 */
public final class SpecReport {
    static final String UNTESTED = "spec/untested.md";

    private static final Pattern EXCUSE = Pattern.compile("^\\| `(" + SpecNumbers.FORM.pattern() + ")` \\|");

    private final SpecNumbers numbers;
    private final SpecClaims claims;
    private final Set<String> excused;
    private final List<String> problems;

    private SpecReport(SpecNumbers numbers, SpecClaims claims, Set<String> excused) {
        this.numbers = numbers;
        this.claims = claims;
        this.excused = excused;
        this.problems = new ArrayList<>(numbers.problems());
        for (String number : claims.numbers()) {
            if (!numbers.pages().containsKey(number)) {
                problems.add(number + " is not the number of a sentence, but " + claims.of(number) + " name it.");
            }
        }
        for (String number : excused) {
            if (!numbers.pages().containsKey(number)) {
                problems.add(number + " is not the number of a sentence, but " + UNTESTED + " names it.");
            } else if (isNamed(number)) {
                problems.add(number + " is tested by " + claims.of(number) + ". Take it out of " + UNTESTED + ".");
            }
        }
    }

    /**
     * Prints and writes the report.
     *
     * @param arguments the root of the repository
     * @throws IOException where a page or a source cannot be read, or the report not be written
     * @throws IllegalStateException where a number stands twice, or one that is named does not exist
     */
    @SuppressWarnings("SystemOut") // A command: standard output is its result.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: SpecReport REPOSITORY");
        }
        Path repository = Path.of(arguments[0]);
        SpecReport report = of(repository);
        Path directory = Files.createDirectories(repository.resolve("target"));
        Files.writeString(directory.resolve("spec-numbers.txt"), report.text());
        System.out.println(report.summary());
        if (!report.problems.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), report.problems));
        }
    }

    static SpecReport of(Path repository) throws IOException {
        return of(SpecNumbers.read(repository), SpecClaims.read(repository), excuses(repository.resolve(UNTESTED)));
    }

    static SpecReport of(SpecNumbers numbers, SpecClaims claims, Set<String> excused) {
        return new SpecReport(numbers, claims, excused);
    }

    private static Set<String> excuses(Path page) throws IOException {
        Map<String, String> excuses = new TreeMap<>(SpecNumbers::compare);
        if (Files.exists(page)) {
            for (String line : Files.readAllLines(page)) {
                Matcher excuse = EXCUSE.matcher(line);
                if (excuse.find()) {
                    excuses.put(excuse.group(1), line);
                }
            }
        }
        return excuses.keySet();
    }

    /** The numbers that nobody names and nothing excuses, in order. */
    List<String> open() {
        return numbers.pages().keySet().stream()
                .filter(number -> !isNamed(number) && !excused.contains(number))
                .toList();
    }

    /** What is wrong, for people; the build fails unless it is empty. */
    List<String> problems() {
        return problems;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        numbers.pages()
                .keySet()
                .forEach(number ->
                        text.append(number).append(' ').append(state(number)).append('\n'));
        return text.toString();
    }

    private boolean isNamed(String number) {
        return !claims.of(number).isEmpty();
    }

    /** Whether all that names a number is tests that did not run. */
    private boolean isIdle(String number) {
        return claims.of(number).equals(claims.idle().getOrDefault(number, Set.of()));
    }

    private String state(String number) {
        if (isNamed(number)) {
            return String.join(", ", claims.of(number)) + (isIdle(number) ? " (did not run)" : "");
        }
        return excused.contains(number) ? "see " + UNTESTED : "UNTESTED";
    }

    /** How many numbers are named so and not in a way that counts before. */
    private long count(Predicate<String> named) {
        return numbers.pages().keySet().stream().filter(named).count();
    }

    String summary() {
        Predicate<String> byTest = claims.tests()::containsKey;
        Predicate<String> byCase = claims.cases()::containsKey;
        Predicate<String> byCheck = claims.checks()::containsKey;
        return "Specification: " + numbers.pages().size() + " numbers, "
                + count(byTest) + " named by tests, "
                + count(byCase.and(byTest.negate())) + " more by cases of the conformance kit, "
                + count(byCheck.and(byTest.or(byCase).negate())) + " by checks within such cases alone, "
                + excused.size() + " that no test can try, "
                + open().size() + " that nothing names. Of those named, "
                + count(number -> isNamed(number) && isIdle(number))
                + " only by tests that did not run in this build. Which: target/spec-numbers.txt";
    }
}
