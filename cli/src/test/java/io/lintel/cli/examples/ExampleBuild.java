package io.lintel.cli.examples;

import io.lintel.testing.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example that is built in a directory of its own. Our modules come from a repository that this build filled; libraries
 * and plugins from the one that this build used, which stays as it is.
 */
final class ExampleBuild {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final String CLASS_PATH = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath";

    private final Example example;
    private final Path directory;

    private ExampleBuild(Example example, Path directory) {
        this.example = example;
        this.directory = directory;
    }

    /** Copies the example and builds it. */
    static ExampleBuild of(Example example, Path parent) throws IOException, InterruptedException {
        offerBom();
        Path directory = parent.resolve("example");
        copy(example.directory(), directory);
        ExampleBuild build = new ExampleBuild(example, directory);
        build.maven("package", CLASS_PATH, "-Dmdep.outputFile=class-path.txt");
        return build;
    }

    /** Runs Maven in the example's directory and returns what it printed. */
    String maven(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(property("maven"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-o",
                "-Dmaven.repo.local=" + property("repository"),
                "-Dmaven.repo.local.tail=" + property("libraries")));
        command.addAll(List.of(words));
        File log = Files.createTempFile(directory, "maven", ".log").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        maven.getOutputStream().close();
        int exitCode = maven.waitFor();
        String printed = Files.readString(log.toPath(), StandardCharsets.UTF_8);
        if (exitCode != 0) {
            throw new AssertionError(String.join(" ", command) + " failed:\n" + printed);
        }
        return printed;
    }

    /** What the example's program gets to see. */
    String classPath() throws IOException {
        return Files.readString(directory.resolve("class-path.txt")).strip();
    }

    /** Starts the example's program. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                directory.resolve("target/classes") + File.pathSeparator + classPath(),
                example.mainClass()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The bill of materials is no dependency of anything here, so nothing else put it into the repository. */
    private static void offerBom() throws IOException {
        Path offered =
                Path.of(property("repository"), "io/lintel/lintel-bom", VERSION, "lintel-bom-" + VERSION + ".pom");
        Files.createDirectories(offered.getParent());
        Files.copy(Repository.root().resolve("bom/pom.xml"), offered, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(path -> !path.startsWith(from.resolve("target")))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static String property(String name) {
        String value = System.getProperty("lintel.examples." + name);
        if (value == null) {
            throw new AssertionError("run this test by ./mvnw verify, which sets lintel.examples." + name);
        }
        return value;
    }
}
