package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.sdk.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandsTest {
    @TempDir
    Path directory;

    @Test
    void everyBuiltInProfileIsListed() {
        JsonNode profiles =
                new Terminal(directory).done("profile", "list", "--json").json().path("profiles");

        assertEquals(
                Profiles.names(),
                profiles.findValues("name").stream().map(JsonNode::asText).toList());
    }

    @Test
    void aShownProfileIsOneThatCanBeChangedAndUsed() throws IOException {
        Terminal terminal = new Terminal(directory);
        String shown = terminal.done("profile", "show", "lintel").out();
        Path file = directory.resolve("ours.json");
        Files.writeString(file, shown.replace("\"lintel\"", "\"ours\""));

        JsonNode checked =
                terminal.done("profile", "check", "ours.json", "--json").json();

        assertEquals("ours", checked.path("name").asText());
        assertEquals(
                "ours",
                terminal.done("profile", "show", "ours.json", "--json")
                        .json()
                        .path("name")
                        .asText());
        terminal.done("site", "create", "--profile", "ours.json");
    }

    @Test
    void aMistakeIsToldWithItsField() throws IOException {
        Terminal terminal = new Terminal(directory);
        String shown = terminal.done("profile", "show", "lintel").out();
        Files.writeString(directory.resolve("wrong.json"), shown.replaceFirst("\"cost\"", "\"price\""));

        Printed refused = terminal.run("profile", "check", "wrong.json");

        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().contains("credit.cost"), refused.err());
    }
}
