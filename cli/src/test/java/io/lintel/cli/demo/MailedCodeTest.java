package io.lintel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.Printed;
import io.lintel.cli.Terminal;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailedCodeTest {
    @TempDir
    Path directory;

    @Test
    @Requirement({"ACT-01", "ACT-02"})
    void aRunningManagerMailsTheCodeOfANewCredentialAndThePictureActivatesAPhone() {
        Terminal terminal = new Terminal(directory);
        terminal.done("site", "create", "--name", "Town hall");
        terminal.done("person", "add", "Ada", "--email", "ada@example.org");
        try (Mailbox mailbox = new Mailbox();
                Terminal.Running manager = terminal.start(
                        "manager",
                        "run",
                        "--listen",
                        "127.0.0.1:0",
                        "--smtp",
                        mailbox.address(),
                        "--smtp-security",
                        "none",
                        "--mail-from",
                        "keys@example.org",
                        "--app-android",
                        "https://example.org/android",
                        "--app-ios",
                        "https://example.org/ios")) {
            terminal.done("credential", "issue");

            String link = PngQrCode.mailed(mailbox.await("ada@example.org").text());

            assertTrue(link.endsWith("@" + manager.address()), link);
            terminal.done("wallet", "activate", link);
            manager.await("mail: 1 sent");
        }
        JsonNode message = terminal.done("notification", "list", "--json")
                .json()
                .path("notifications")
                .path(0);
        assertEquals("sent", message.path("status").asText());
    }

    @Test
    @Requirement("NTF-10")
    void aMailThatCannotLeaveIsListedAsFailing() {
        Terminal terminal = new Terminal(directory);
        terminal.done("site", "create", "--name", "Town hall");
        terminal.done("person", "add", "Ada");
        terminal.done("credential", "issue");
        Mailbox gone = new Mailbox();
        gone.close();
        try (Terminal.Running manager = terminal.start(
                "manager",
                "run",
                "--listen",
                "127.0.0.1:0",
                "--smtp",
                gone.address(),
                "--smtp-security",
                "none",
                "--mail-from",
                "keys@example.org",
                "--app-android",
                "https://example.org/android",
                "--app-ios",
                "https://example.org/ios")) {
            manager.await("mail: 0 sent, 1 failed");
        }
        Printed failing = terminal.done("notification", "list", "--failing");
        assertTrue(failing.out().contains("unreachable"), failing.out());
    }

    @Test
    void aMailServerWithoutASenderIsAUsageError() {
        Terminal terminal = new Terminal(directory);
        terminal.done("site", "create");

        Printed refused = terminal.run("manager", "run", "--smtp", "127.0.0.1:25");

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("--mail-from"), refused.err());
    }
}
