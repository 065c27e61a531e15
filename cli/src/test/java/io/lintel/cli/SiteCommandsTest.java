package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteCommandsTest {
    @TempDir
    Path directory;

    private Terminal terminal;
    private String distributor = "";

    @BeforeEach
    void createDistributorWithCredit() {
        terminal = new Terminal(directory);
        distributor = terminal.done("distributor", "create", "--name", "Alfa Security", "--code", "Alfa", "--json")
                .json()
                .path("distributor")
                .asText();
        terminal.done("credit", "buy", "100", "--distributor", distributor);
    }

    @Test
    void listsArePublishedForEachGroupWhereASiteChoosesThat() throws IOException {
        Terminal at =
                Bench.in(Files.createDirectory(directory.resolve("other"))).terminal();

        JsonNode groups = at.done("site", "lists", "groups", "--json").json();
        assertEquals("groups", groups.path("lists").asText());
        assertEquals(2, groups.path("listEpoch").asInt(), "published at once");
        String coverage = at.done("reader", "coverage").out();
        assertTrue(coverage.contains("List 2"), coverage);

        String site = at.done("site", "lists", "site").out();
        assertTrue(site.contains("for all groups together, from list 3 on"), site);
        assertEquals(2, at.run("site", "lists", "doors").exitCode());
    }

    @Test
    @Requirement({"ACC-02", "ACC-13", "ACC-14", "ACC-25", "CRD-09", "CRD-20"})
    void aCustomerIsCreatedInOneCommandAfterAPreviewThatWritesNothing() throws IOException {
        Files.writeString(directory.resolve("key.txt"), "Alfa1234\n");
        String[] words = {
            "site",
            "create",
            "--name",
            "Bytovka-02",
            "--profile",
            "imaporter",
            "--distributor",
            distributor,
            "--system-id",
            "Alfa0001",
            "--system-key-file",
            "key.txt",
            "--email",
            "boss@example.org",
            "--prefix",
            "99",
            "--credit",
            "31",
            "--json"
        };
        String[] preview = java.util.Arrays.copyOf(words, words.length + 1);
        preview[words.length] = "--preview";

        JsonNode previewed = terminal.done(preview).json();
        assertEquals(0, previewed.path("errors").size(), previewed.toString());
        assertEquals(31, previewed.path("transfer").asInt());
        assertEquals(5, previewed.path("freeCredits").asInt());
        assertEquals(0, sites().size());

        terminal.done(words);
        JsonNode shown = terminal.done("site", "show", "--json").json();
        assertEquals("Bytovka-02", shown.path("name").asText());
        assertEquals("Alfa0001", shown.path("systemId").asText());
        assertEquals(31, shown.path("paid").asInt());
        assertEquals("99", shown.path("prefix").asText());
        JsonNode alfa =
                terminal.done("distributor", "show", distributor, "--json").json();
        assertEquals(69, alfa.path("available").asInt());
        assertEquals(1, alfa.path("customers").asInt());
    }

    @Test
    void aPreviewNamesEveryMistake() {
        JsonNode previewed = terminal.done(
                        "site",
                        "create",
                        "--profile",
                        "imaporter",
                        "--distributor",
                        distributor,
                        "--email",
                        "nobody",
                        "--credit",
                        "1000",
                        "--preview",
                        "--json")
                .json();

        assertTrue(previewed.path("errors").findValuesAsText("field").contains("transfer"), previewed.toString());
        assertTrue(previewed.path("errors").findValuesAsText("field").contains("email"), previewed.toString());
    }

    @Test
    @Requirement({"SYS-09", "CRD-18"})
    void aDemoIsFlaggedUnsafeAndIssuesWithoutCredit() {
        terminal.done(
                "site",
                "create",
                "--demo",
                "--profile",
                "imaporter",
                "--distributor",
                distributor,
                "--email",
                "boss@example.org");
        terminal.done("person", "add", "Ada");
        for (int i = 0; i < 7; i++) {
            terminal.done("credential", "issue");
        }

        assertTrue(terminal.done("site", "show").out().contains("UNSAFE for live use"));
    }

    @Test
    @Requirement("CFG-07")
    void everyModeIsOnAtFirst() {
        terminal.done("site", "create", "--name", "Town hall", "--email", "boss@example.org");

        assertEquals(
                "[\"automatic\",\"display\",\"list\",\"widget\"]",
                terminal.done("site", "show", "--json").json().path("modes").toString());
    }

    @Test
    @Requirement({"CFG-03", "CFG-04"})
    void aDefaultValidityIsForNewCredentialsAlone() {
        terminal.done("site", "create", "--name", "Town hall", "--email", "boss@example.org");
        terminal.done("person", "add", "Ada");
        terminal.done("person", "add", "Bob");
        terminal.done("credential", "issue", "--person", "1");
        terminal.done("site", "settings", "--default-until", "2099-12-31");
        terminal.done("credential", "issue", "--person", "2");

        JsonNode credentials =
                terminal.done("credential", "list", "--json").json().path("credentials");

        assertEquals("unlimited", credentials.path(0).path("validUntil").asText());
        assertEquals(
                "2100-01-01T00:00:00Z", credentials.path(1).path("validUntil").asText());
    }

    @Test
    @Requirement("CFG-06")
    void contactAndSettingsChangeWhatIsGivenAndNothingElse() {
        terminal.done("site", "create", "--name", "Town hall", "--email", "boss@example.org", "--city", "Brno");
        terminal.done("site", "contact", "--email", "new@example.org");
        terminal.done("site", "settings", "--key-name", "Hall", "--modes", "widget");

        JsonNode shown = terminal.done("site", "show", "--json").json();

        assertEquals("new@example.org", shown.path("email").asText());
        assertEquals("Brno", shown.path("city").asText());
        assertEquals("Hall", shown.path("keyName").asText());
        assertEquals("[\"list\",\"widget\"]", shown.path("modes").toString());
    }

    @Test
    @Requirement({"ACC-23", "ACC-27"})
    void aDeletedSiteKeepsItsRecordAndIsRestored() {
        terminal.done("site", "create", "--profile", "imaporter", "--demo", "--email", "boss@example.org");
        terminal.done("site", "delete");
        JsonNode deleted = terminal.done("site", "show", "--json").json();
        assertEquals("deleted", deleted.path("status").asText());
        assertFalse(deleted.path("deleted").asText().isEmpty());

        terminal.done("site", "restore");
        assertEquals(
                "active",
                terminal.done("site", "show", "--json").json().path("status").asText());
    }

    private JsonNode sites() {
        return terminal.done("site", "list", "--json").json().path("sites");
    }
}
