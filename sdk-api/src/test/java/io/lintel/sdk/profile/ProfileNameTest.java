package io.lintel.sdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No code asks for a profile's name: behaviour follows from values alone. */
class ProfileNameTest {

    private static final Pattern NAMED = Pattern.compile(
            "\"(imaporter|baltech|baltech-self-service|stid-blue)\"|profileName\\(\\)\\.equals|\\.name\\(\\)\\.equals\\(\"");

    @Test
    void noMainSourceNamesABuiltInProfileButTheirList() throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
            sources = files.filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
        assertTrue(sources.size() > 200, "the sources are not where this test looks");

        List<String> naming = sources.stream()
                .filter(file -> NAMED.matcher(text(file)).find())
                .map(file -> file.getFileName().toString())
                .toList();

        assertEquals(List.of("Profiles.java"), naming);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
