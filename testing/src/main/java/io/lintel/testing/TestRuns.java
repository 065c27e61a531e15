package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which tests of a module ran, by the reports that the build left.
 *
 * @param methods by the simple name of their class, the methods that were not skipped each time; empty where there are no
 *     reports, and nothing is known
 */
record TestRuns(Optional<Map<String, Set<String>>> methods) {
    /** A test, and whether it was skipped. A test with parameters has them behind its name, once for each time. */
    private static final Pattern CASE = Pattern.compile("<testcase ([^>]*)>(\\s*<skipped)?");

    private static final Pattern NAME = Pattern.compile("\\bname=\"(\\w+)");
    private static final Pattern CLASS = Pattern.compile("\\bclassname=\"(?:[\\w.]*\\.)?(\\w+)");

    /** Reads the reports of a module. */
    static TestRuns of(Path module) throws IOException {
        Path reports = module.resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) {
            return new TestRuns(Optional.empty());
        }
        Map<String, Set<String>> ran = new HashMap<>();
        for (Path report : list(reports)) {
            Matcher cases = CASE.matcher(Files.readString(report));
            while (cases.find()) {
                Matcher name = NAME.matcher(cases.group(1));
                Matcher owner = CLASS.matcher(cases.group(1));
                if (cases.group(2) == null && name.find() && owner.find()) {
                    ran.computeIfAbsent(owner.group(1), simpleName -> new HashSet<>())
                            .add(name.group(1));
                }
            }
        }
        return new TestRuns(Optional.of(ran));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(each -> each.toString().endsWith(".xml")).toList();
        }
    }

    /** Returns whether a test of a class ran, or nobody knows. */
    boolean ran(String simpleName) {
        return methods.map(ran -> ran.containsKey(simpleName)).orElse(true);
    }

    /** Returns whether a test ran, or nobody knows. */
    boolean ran(String simpleName, String method) {
        return methods.map(ran -> ran.getOrDefault(simpleName, Set.of()).contains(method))
                .orElse(true);
    }
}
