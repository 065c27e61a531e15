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

/** Who names which number: tests by {@link Spec}, and the cases of the conformance kit, which its own tests run. */
final class SpecClaims {
    private static final Pattern ANNOTATION = Pattern.compile("@Spec\\(([^)]*)\\)");
    private static final Pattern LITERAL = Pattern.compile("\"(" + SpecNumbers.FORM.pattern() + ")\"");
    private static final String KIT = "conformance";

    private SpecClaims() {}

    /** Returns the names of the sources by number. */
    static Map<String, Set<String>> read(Path repository) throws IOException {
        Map<String, Set<String>> claims = new TreeMap<>(SpecNumbers::compare);
        for (Path module : list(repository)) {
            for (Path source : sources(module.resolve("src/test/java"))) {
                Matcher annotations = ANNOTATION.matcher(Files.readString(source));
                while (annotations.find()) {
                    add(annotations.group(1), source, claims);
                }
            }
        }
        for (Path source : sources(repository.resolve(KIT).resolve("src/main/java"))) {
            add(Files.readString(source), source, claims);
        }
        return claims;
    }

    private static void add(String text, Path source, Map<String, Set<String>> claims) {
        Matcher literals = LITERAL.matcher(text);
        while (literals.find()) {
            String file = String.valueOf(source.getFileName());
            claims.computeIfAbsent(literals.group(1), number -> new TreeSet<>())
                    .add(file.substring(0, file.length() - ".java".length()));
        }
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
