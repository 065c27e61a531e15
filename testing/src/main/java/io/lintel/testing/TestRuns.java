package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which test classes of a module ran, by the reports that the build left.
 *
 * @param classes the simple names of those of which a test was not skipped; empty where there are no reports, and nothing is known
 */
record TestRuns(Optional<Set<String>> classes) {
    private static final Pattern NAME = Pattern.compile("<testsuite [^>]*\\bname=\"(?:[\\w.]*\\.)?(\\w+)\"");
    private static final Pattern TESTS = Pattern.compile("<testsuite [^>]*\\btests=\"(\\d+)\"");
    private static final Pattern SKIPPED = Pattern.compile("<testsuite [^>]*\\bskipped=\"(\\d+)\"");

    /** Reads the reports of a module. */
    static TestRuns of(Path module) throws IOException {
        Path reports = module.resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) {
            return new TestRuns(Optional.empty());
        }
        Set<String> ran = new HashSet<>();
        for (Path report : list(reports)) {
            String text = Files.readString(report);
            if (number(TESTS, text) > number(SKIPPED, text)) {
                Matcher name = NAME.matcher(text);
                if (name.find()) {
                    ran.add(name.group(1));
                }
            }
        }
        return new TestRuns(Optional.of(ran));
    }

    private static int number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(".xml")).toList();
        }
    }

    /** Returns whether a class ran, or nobody knows. */
    boolean ran(String simpleName) {
        return classes.map(names -> names.contains(simpleName)).orElse(true);
    }
}
