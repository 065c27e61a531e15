package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who names which number: tests by class and method, the conformance kit by the names of its sources.
 *
 * @param tests tests, by {@link Spec}
 * @param idle of these, tests that did not run in this build
 * @param cases cases of the conformance kit, which its own tests run
 * @param checks checks within such cases, which name a number other than their case's when they fail
 */
record SpecClaims(
        Map<String, Set<String>> tests,
        Map<String, Set<String>> idle,
        Map<String, Set<String>> cases,
        Map<String, Set<String>> checks) {
    private static final String NUMBER = "\"(" + SpecNumbers.FORM.pattern() + ")\"";
    private static final Pattern LITERAL = Pattern.compile(NUMBER);

    /** The number behind the name of a case. */
    private static final Pattern CASE =
            Pattern.compile("(?:\"[a-z][a-z0-9.-]*\"(?:\\s*\\+\\s*\\w+)?|\\bid)\\s*,\\s*" + NUMBER);

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final String KIT = "conformance";

    /** Nobody names anything. */
    static SpecClaims none() {
        return new SpecClaims(empty(), empty(), empty(), empty());
    }

    private static Map<String, Set<String>> empty() {
        return new TreeMap<>(SpecNumbers::compare);
    }

    /** Reads the sources of a repository. */
    static SpecClaims read(Path repository) throws IOException {
        SpecClaims claims = none();
        for (Path module : list(repository)) {
            TestRuns runs = TestRuns.of(module);
            for (Path source : sources(module.resolve("src/test/java"))) {
                claims.addTest(source, runs);
            }
        }
        for (Path source : sources(repository.resolve(KIT).resolve("src/main/java"))) {
            claims.addKit(nameOf(source), Files.readString(source));
        }
        return claims;
    }

    private void addTest(Path source, TestRuns runs) throws IOException {
        addTest(nameOf(source), Files.readString(source), runs);
    }

    /** Adds what a test names: its class as a whole, or methods of it. */
    void addTest(String owner, String text, TestRuns runs) {
        for (SpecAnnotation annotation : SpecAnnotation.in(text)) {
            String name =
                    annotation.method().map(method -> owner + "." + method).orElse(owner);
            boolean ran =
                    annotation.method().map(method -> runs.ran(owner, method)).orElseGet(() -> runs.ran(owner));
            add(LITERAL, annotation.arguments(), name, tests);
            if (!ran) {
                add(LITERAL, annotation.arguments(), name, idle);
            }
        }
    }

    /** Adds what a source of the kit names. What stands in comments names nothing. */
    void addKit(String name, String text) {
        String code = COMMENT.matcher(text).replaceAll("");
        add(CASE, code, name, cases);
        add(LITERAL, code, name, checks);
    }

    private static void add(Pattern pattern, String text, String name, Map<String, Set<String>> claims) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            claims.computeIfAbsent(found.group(1), number -> new TreeSet<>()).add(name);
        }
    }

    /** Returns all that name a number; none where nobody does. */
    Set<String> of(String number) {
        Set<String> all = new TreeSet<>(tests.getOrDefault(number, Set.of()));
        all.addAll(cases.getOrDefault(number, Set.of()));
        all.addAll(checks.getOrDefault(number, Set.of()));
        return all;
    }

    /** Returns every number that somebody names. */
    Set<String> numbers() {
        Set<String> all = new TreeSet<>(SpecNumbers::compare);
        all.addAll(tests.keySet());
        all.addAll(cases.keySet());
        all.addAll(checks.keySet());
        return all;
    }

    private static String nameOf(Path source) {
        String file = String.valueOf(source.getFileName());
        return file.substring(0, file.length() - ".java".length());
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
