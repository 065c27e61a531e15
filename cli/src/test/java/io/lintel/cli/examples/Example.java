package io.lintel.cli.examples;

import io.lintel.testing.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the builds in {@code examples}. */
enum Example {
    ACS_VENDOR("acs-vendor", "AcsVendor"),
    READER("reader", "DoorReader"),
    RESEARCHER("researcher", "HandshakeTimes");

    private final String directory;
    private final String className;

    Example(String directory, String className) {
        this.directory = directory;
        this.className = className;
    }

    Path directory() {
        return Repository.root().resolve("examples").resolve(directory);
    }

    String mainClass() {
        return "org.example." + className;
    }

    /** The source without package and imports, as a page shows it. */
    String shown() {
        Path source = directory().resolve("src/main/java/org/example/" + className + ".java");
        try (Stream<String> lines = Files.lines(source)) {
            return lines.filter(line -> !line.startsWith("package ") && !line.startsWith("import "))
                    .collect(Collectors.joining("\n"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
