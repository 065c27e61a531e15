package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialCommandsTest {
    @TempDir
    Path directory;

    @Test
    void aCredentialIsShownInTheWordsOfTheProductAndRestoredForACredit() {
        Terminal terminal = site("imaporter");
        terminal.done("credential", "issue");
        assertEquals(
                "Waiting for user activation",
                shown(terminal, 1).path("credentialStatus").asText());
        assertTrue(terminal.done("credential", "show", "1").out().contains("(0x"));

        terminal.done("credential", "revoke", "1");
        assertEquals(
                "Deleted by admin", shown(terminal, 1).path("credentialStatus").asText());
        JsonNode restored =
                terminal.done("credential", "restore", "1", "--json").json();

        assertEquals(3, restored.path("creditsLeft").asInt());
        assertEquals(20, restored.path("code").asText().length());
    }

    @Test
    void aPendingRevocationIsLostOnlyWhenTheLossOfCreditIsConfirmed() {
        Terminal terminal = site("lintel");
        JsonNode issued = terminal.done("credential", "issue", "--json").json();
        try (Terminal.Running manager = terminal.start("manager", "run", "--listen", "127.0.0.1:0")) {
            terminal.done("wallet", "activate", issued.path("code").asText(), "--manager", manager.address());
        }
        terminal.done("credential", "revoke", "1");

        assertEquals(1, terminal.run("credential", "lost", "1").exitCode());
        terminal.done("credential", "lost", "1", "--lose-credit");

        assertEquals("lost", shown(terminal, 1).path("state").asText());
    }

    @Test
    void aPersonIsChangedAndRemovedForGood() {
        Terminal terminal = site("imaporter");
        terminal.done("person", "edit", "1", "--family-name", "Byron");
        assertEquals("Byron", person(terminal).path("familyName").asText());
        assertEquals("Ada", person(terminal).path("givenName").asText());

        terminal.done("person", "remove", "1");

        assertEquals("deleted", person(terminal).path("status").asText());
        assertEquals(1, terminal.run("credential", "issue", "--person", "1").exitCode());
    }

    private Terminal site(String profile) {
        Terminal terminal = new Terminal(directory);
        terminal.done("site", "create", "--profile", profile);
        terminal.done("person", "add", "Ada", "--email", "ada@example.org");
        return terminal;
    }

    private static JsonNode shown(Terminal terminal, long serial) {
        return terminal.done("credential", "show", Long.toString(serial), "--json")
                .json();
    }

    private static JsonNode person(Terminal terminal) {
        return terminal.done("person", "list", "--json").json().path("people").path(0);
    }
}
