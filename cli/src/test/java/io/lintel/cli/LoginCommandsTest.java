package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginCommandsTest {
    private static final String PASSWORD = "Correct-Horse1";

    @TempDir
    Path directory;

    @Test
    void aLoginIsAddedWithAPasswordFromStandardInputAndStaysInTheListWhenItIsDeleted() throws IOException {
        Terminal terminal = Bench.in(directory).terminal();

        Printed added = terminal.hearing(PASSWORD + "\n", "login", "add", "boss@example.org");
        Files.writeString(directory.resolve("new.txt"), "Another-Horse2\n");
        terminal.done("login", "reset", "1", "--password-file", "new.txt");
        terminal.done("login", "delete", "1");

        assertEquals(0, added.exitCode(), added.toString());
        assertFalse(added.out().contains(PASSWORD));
        JsonNode login =
                terminal.done("login", "list", "--json").json().path("logins").path(0);
        assertEquals("boss@example.org", login.path("email").asText());
        assertEquals("deleted", login.path("status").asText());
    }

    @Test
    void aWeakPasswordIsRefusedAndNotRepeated() {
        Terminal terminal = Bench.in(directory).terminal();

        Printed refused = terminal.hearing("weakweak\n", "login", "add", "boss@example.org", "--json");

        assertEquals(1, refused.exitCode(), refused.toString());
        assertEquals(
                "manager.password-too-weak", refused.complaint().path("error").asText());
        assertFalse(refused.err().contains("weakweak"), refused.err());
    }

    @Test
    void theOperatorAndEachDistributorHaveLoginsOfTheirOwn() {
        Terminal terminal = Bench.in(directory).terminal();
        terminal.hearing(PASSWORD, "login", "add", "root@example.org", "--operator");

        assertEquals(
                0,
                terminal.done("login", "list", "--json").json().path("logins").size());
        assertEquals(
                1,
                terminal.done("login", "list", "--operator", "--json")
                        .json()
                        .path("logins")
                        .size());
    }

    @Test
    void withoutAPasswordThereIsNoLogin() {
        Printed refused = Bench.in(directory).terminal().run("login", "add", "boss@example.org");

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("Standard input is empty"), refused.err());
    }
}
