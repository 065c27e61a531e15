package io.lintel.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.Printed;
import io.lintel.cli.Terminal;
import io.lintel.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTest {
    private static final int ABOUT_TWENTY_LINES = 26;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Example.class)
    void showsEachExampleAsItIsBuiltAndRun(Example example) throws IOException {
        assertTrue(readme().contains("```java\n" + example.shown() + "\n```"), example + " is not shown as it is");
        assertTrue(example.shown().lines().count() <= ABOUT_TWENTY_LINES, example.shown());
    }

    @Test
    void everyCommandInItIsACommand() throws IOException {
        List<String> commands =
                readme().lines().filter(line -> line.startsWith("./lintel ")).toList();
        assertFalse(commands.isEmpty());
        for (String command : commands) {
            String typed = command.split(" #", 2)[0].strip();
            List<String> words = words(typed.substring("./lintel ".length()));
            words.add("--help");

            Printed printed = new Terminal(directory).run(words.toArray(new String[0]));

            assertEquals(0, printed.exitCode(), command + ": " + printed.err());
        }
    }

    @Test
    void everyFileThatItNamesIsThere() throws IOException {
        Matcher links = LINK.matcher(readme());
        while (links.find()) {
            String target = links.group(1);
            if (!target.startsWith("http")) {
                assertTrue(Files.exists(Repository.root().resolve(target)), target);
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words;
    }

    private static String readme() throws IOException {
        return Files.readString(Repository.root().resolve("README.md"));
    }
}
