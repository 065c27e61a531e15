package io.lintel.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Finds the test vectors that others published. They are too large and not ours to keep in the repository: they are
 * looked for in {@code ../shared/vectors} beside its root, or where the environment variable {@value #VARIABLE} or the
 * system property {@value #PROPERTY} says.
 *
 * <p>Where a file is missing the test is aborted with a reason; where the environment variable {@code CI} is set it
 * fails, so that a build server cannot pass by having no vectors.
 */
public final class VectorFiles {

    static final String VARIABLE = "LINTEL_VECTORS";
    static final String PROPERTY = "lintel.vectors";

    private final Path directory;
    private final boolean mustExist;
    private final Consumer<String> log;

    private VectorFiles(Path directory, boolean mustExist, Consumer<String> log) {
        this.directory = directory;
        this.mustExist = mustExist;
        this.log = log;
    }

    /**
     * The file {@code noise/<name>}.
     *
     * @param name for example {@code cacophony.json}
     * @return a file that exists
     * @throws TestAbortedException where it is missing
     */
    public static Path noise(String name) {
        return locate().file("noise/" + name);
    }

    /**
     * The file {@code wycheproof/<name>}.
     *
     * @param name for example {@code x25519_test.json}
     * @return a file that exists
     * @throws TestAbortedException where it is missing
     */
    public static Path wycheproof(String name) {
        return locate().file("wycheproof/" + name);
    }

    @SuppressWarnings("SystemOut") // A build's log shows standard output, but not why a test was aborted.
    private static VectorFiles locate() {
        return locate(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath(), System.out::println);
    }

    static VectorFiles locate(
            Properties properties, Map<String, String> environment, Path workingDirectory, Consumer<String> log) {
        Path directory = Optional.ofNullable(properties.getProperty(PROPERTY))
                .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
                .map(Path::of)
                .orElseGet(() -> Repository.rootAbove(workingDirectory).resolveSibling("shared/vectors"));
        return new VectorFiles(directory, environment.containsKey("CI"), log);
    }

    Path file(String relativePath) {
        Path file = directory.resolve(relativePath);
        if (Files.isReadable(file)) {
            return file;
        }
        String reason = "published vectors are missing: no readable file " + file + "; set " + VARIABLE
                + " to the directory that holds noise/ and wycheproof/";
        if (mustExist) {
            throw new AssertionFailedError(reason + " (CI is set, so this is a failure)");
        }
        log.accept("Skipped: " + reason);
        throw new TestAbortedException(reason);
    }
}
