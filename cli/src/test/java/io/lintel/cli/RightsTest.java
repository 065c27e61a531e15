package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on behalf of a login, and what sites share and ask. */
class RightsTest {
    private static final String PASSWORD = "Correct-Horse1";

    @TempDir
    Path directory;

    private Terminal terminal;
    private String site;

    @BeforeEach
    void createSite() throws IOException {
        terminal = Bench.in(directory).terminal();
        Files.writeString(directory.resolve("boss.txt"), PASSWORD + "\n");
        site = terminal.done("site", "list", "--json")
                .json()
                .at("/sites/0/site")
                .asText();
    }

    @Test
    void aCustomersLoginMayDoWhatItsColumnAllowsAndNoMore() {
        terminal.done("login", "add", "boss@example.org", "--password-file", "boss.txt");

        assertEquals(
                0,
                as("boss@example.org", "person", "add", "Eve", "--site", site).exitCode());
        Printed denied = as("boss@example.org", "credit", "add", "10", "--site", site, "--json");

        assertEquals(1, denied.exitCode(), denied.toString());
        assertEquals(
                "manager.permission-denied", denied.complaint().path("error").asText());
    }

    @Test
    @Requirement({"ACC-09", "ACC-41"})
    void aDistributorsLoginWorksInAWorkspaceAndTheAuditNamesBoth() {
        terminal.done(
                "login", "add", "dist@example.org", "--distributor", "0000000000000000", "--password-file", "boss.txt");

        Printed denied = as("dist@example.org", "person", "add", "Eve", "--site", site);
        Printed done = as("dist@example.org", "person", "add", "Eve", "--site", site, "--workspace", site);

        assertEquals(1, denied.exitCode(), denied.toString());
        assertEquals(0, done.exitCode(), done.toString());
        JsonNode events = terminal.done("event", "list", "--json").json().path("events");
        String actor = events.get(events.size() - 1).path("actor").asText();
        assertTrue(actor.contains("distributor") && actor.contains("login"), actor);
    }

    @Test
    void aWrongPasswordIsRefused() {
        terminal.done("login", "add", "boss@example.org", "--password-file", "boss.txt");

        Printed refused = terminal.hearing("Wrong-Horse1\n", "person", "list", "--as", "boss@example.org", "--json");

        assertEquals("cli.login", refused.complaint().path("error").asText());
    }

    @Test
    @Requirement("STA-19")
    void aSiteStopsSharingAndKnowsWhenItCountsEverywhere() {
        JsonNode off = terminal.done("statistics", "share", "--statistics", "off", "--json")
                .json();

        assertEquals("off", off.path("statistics").asText());
        JsonNode shown = terminal.done("statistics", "show", "--json").json();
        assertEquals("off", shown.path("statistics").asText());
        assertEquals(
                off.path("statisticsEffectiveBy").asText(),
                shown.path("statisticsEffectiveBy").asText());
        assertTrue(shown.path("counts").isEmpty());
    }

    @Test
    @Requirement("SUP-03")
    void anAdminsQuestionGoesToTheOperator() {
        JsonNode asked =
                terminal.done("support", "ask", "The door blinks", "--json").json();

        assertEquals("operator", asked.path("answerer").asText());
        JsonNode request =
                terminal.done("support", "list", "--operator", "--json").json().at("/requests/0");
        assertEquals("The door blinks", request.path("text").asText());
        assertEquals("admin", request.path("from").asText());
    }

    @Test
    @Requirement("SYS-13")
    void theReadersProjectIsEditedAndReachesReadersWhenItIsPublished() {
        JsonNode edited = terminal.done("reader", "project", "--buzzer", "off", "--unlock-seconds", "8", "--json")
                .json();
        assertEquals(false, edited.path("published").asBoolean());

        terminal.done("reader", "publish");

        JsonNode project = terminal.done("reader", "project", "--json").json();
        assertEquals(true, project.path("published").asBoolean());
        assertEquals("off", project.path("buzzer").asText());
        assertEquals(8, project.path("unlockSeconds").asInt());
        assertEquals("Town hall", project.path("name").asText());
    }

    private Printed as(String login, String... words) {
        String[] all = new String[words.length + 4];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--as";
        all[words.length + 1] = login;
        all[words.length + 2] = "--as-password-file";
        all[words.length + 3] = "boss.txt";
        return terminal.run(all);
    }
}
