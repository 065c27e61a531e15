package io.lintel.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The working copy that tests run in. */
public final class Repository {

    private Repository() {}

    /**
     * The root of the working copy, from the working directory of the running test.
     *
     * @return an absolute directory, the one that holds the Maven wrapper
     * @throws IllegalStateException outside a working copy
     */
    public static Path root() {
        return rootAbove(Path.of("").toAbsolutePath());
    }

    static Path rootAbove(Path start) {
        for (Path each = start; each != null; each = each.getParent()) {
            if (Files.isRegularFile(each.resolve("mvnw")) && Files.isRegularFile(each.resolve("pom.xml"))) {
                return each;
            }
        }
        throw new IllegalStateException("no directory above " + start + " holds both mvnw and pom.xml");
    }
}
