package io.lintel.fuzzing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The inputs that a target began with. One that nobody accepts, because the form has changed under it, leads a fuzzer nowhere; so
 * each is accepted unless its name begins with {@code bad-}, and what a run found is not asked.
 */
public final class Seeds {
    private static final Pattern FOUND = Pattern.compile("(crash|timeout|slow-unit|oom|leak)-.*");

    private Seeds() {}

    /** Checks that each is accepted whose name does not say otherwise. */
    public static void check(Class<?> target, String method, Predicate<Bytes> accepts) {
        List<Path> seeds = seeds(target, method);
        assertFalse(seeds.isEmpty());
        for (Path seed : seeds) {
            String name = seed.getFileName().toString();
            if (!name.startsWith("bad-") && !FOUND.matcher(name).matches()) {
                assertTrue(accepts.test(octets(seed)), name);
            }
        }
    }

    private static List<Path> seeds(Class<?> target, String method) {
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(target.getResource(target.getSimpleName() + "Inputs/" + method))
                        .toURI()))) {
            return files.sorted().toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Bytes octets(Path seed) {
        try {
            return Bytes.copyOf(Files.readAllBytes(seed));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
