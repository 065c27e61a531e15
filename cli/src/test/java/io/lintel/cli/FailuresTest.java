package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.ClosedPort;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads when something is not as it must be: what happened, why, what to do; one line, no stack trace. */
class FailuresTest {
    @TempDir
    Path directory;

    @Test
    void anUnknownDatabaseIsNamed() {
        says(3, "manager.store-not-found", "elsewhere.db", "site", "list", "--db", "elsewhere.db");
        assertFalse(Files.exists(directory.resolve("elsewhere.db")));
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear Ada, this is a letter and no database.".repeat(50));

        says(3, "manager.store-not-lintel", "letter.txt", "site", "list", "--db", "letter.txt");
    }

    @Test
    void aProfileWithAMistakeIsToldWithItsLineAndField() throws IOException {
        Bench.in(directory);
        String profile = Files.readString(directory.resolve("patient.json"));
        int lineOfMistake = profile.substring(0, profile.indexOf("\"cost\"")).split("\n", -1).length;
        Files.writeString(
                directory.resolve("mistake.json"), profile.replaceFirst("\"cost\" ?: ?1", "\"cost\" : \"one\""));

        String message = says(
                3, "manager.profile-invalid", "cost", "site", "create", "--name", "X", "--profile", "mistake.json");

        assertTrue(message.contains("line " + lineOfMistake), message);
    }

    @Test
    void aDayBeyondTheCalendarIsRefused() {
        Bench.in(directory);

        says(2, "cli.bad-time", "+999999999-12-31", "credential", "issue", "--until", "+999999999-12-31");
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        String message = says(3, "cli.no-such-file", "mine.json", "site", "create", "--profile", "mine.json");

        assertTrue(message.contains("lintel, imaporter"), message);
    }

    @Test
    void aReaderThatWasNotEnrolledIsToldHow() {
        says(3, "cli.no-such-file", "lintel reader enroll", "reader", "run", "--config", "nowhere/config.json");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        Bench bench = Bench.in(directory);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            says(3, "transport.port-in-use", address, "manager", "run", "--listen", address);
            says(3, "transport.port-in-use", address, "reader", "run", "--listen", address);
        }
        assertEquals(0, bench.terminal().run("site", "list").exitCode());
    }

    @Test
    void aWalletWithoutACredentialIsToldHowToGetOne() {
        says(3, "cli.no-credential", "lintel wallet activate", "wallet", "tap");
        says(3, "cli.no-credential", "lintel wallet activate", "wallet", "show");
        assertFalse(Files.exists(directory.resolve("phone")), "looking made a wallet");
    }

    @Test
    void aReaderThatCannotBeReachedIsNamed() throws IOException {
        Bench bench = Bench.in(directory);
        bench.activate();

        try (ClosedPort nobody = new ClosedPort()) {
            String address = "127.0.0.1:" + nobody.address().getPort();
            says(3, "transport.unreachable", address, "wallet", "tap", "--reader", address);
        }
    }

    @Test
    void aPhoneListensForAReaderWithinBounds() {
        Bench.in(directory).activate();

        for (String seconds : List.of("0", "61", "-1")) {
            String why = "1 to 60, not " + seconds;
            says(2, "cli.bad-listen-seconds", why, "wallet", "tap", "--ble", "--listen-seconds=" + seconds);
        }
    }

    @Test
    @Requirement("ACT-07")
    void aManagerThatCannotBeReachedIsNamedAndTheSameCodeWorksLater() throws IOException {
        Bench bench = Bench.in(directory);
        String code = bench.issue().path("code").asText();

        try (ClosedPort nobody = new ClosedPort()) {
            String address = "127.0.0.1:" + nobody.address().getPort();
            says(3, "transport.unreachable", address, "wallet", "activate", code, "--manager", address);
        }

        try (Terminal.Running manager = bench.manager()) {
            bench.terminal().done("wallet", "activate", code, "--manager", manager.address());
        }
    }

    @Test
    void aCodeWithAMistakeIsSaidToBeOne() {
        says(2, "activation.bad-code", "instead of 20", "wallet", "activate", "ABC");
        says(2, "activation.bad-link", "not a Lintel activation link", "wallet", "activate", "lintel:1:9:nonsense");
    }

    @Test
    void aCodeWithoutAnyManagerAsksWhoseItIs() {
        says(2, "cli.whose-code", "--manager-key", "wallet", "activate", "0123456789abcdefABCD");
    }

    @Test
    void aCodeOfAnotherManagerIsSaidToBeOne() {
        Bench bench = Bench.in(directory);
        String code = bench.issue().path("code").asText();
        String key = new Terminal(directory)
                .done("site", "create", "--db", "other.db", "--json")
                .json()
                .path("managerKey")
                .asText();
        try (Terminal.Running manager = bench.manager()) {
            says(
                    3,
                    "transport.connection-lost",
                    "another manager's",
                    "wallet",
                    "activate",
                    code,
                    "--manager",
                    manager.address(),
                    "--manager-key",
                    key);
        }
    }

    @Test
    void anAddressWithoutAPortIsAUsageError() {
        says(2, "cli.usage", "HOST:PORT", "manager", "run", "--listen", "localhost");
        says(2, "cli.usage", "HOST:PORT", "wallet", "tap", "--reader", "127.0.0.1:99999");
    }

    @Test
    void whatDoesNotExistIsARefusal() {
        Bench.in(directory);

        says(1, "manager.not-found", "Credential 7", "credential", "revoke", "7");
        says(1, "cli.no-site", "lintel site list", "person", "add", "Bob", "--site", "Nowhere");
    }

    @Test
    void aStackTraceIsShownOnRequestOnly() {
        Printed quiet = new Terminal(directory).run("site", "list");
        Printed loud = new Terminal(directory).run("site", "list", "--debug");

        assertEquals(1, quiet.err().lines().count());
        assertTrue(loud.err().contains("\tat io.lintel."), loud.err());
    }

    /** Runs a command in both forms and returns the message, which has to hold a text. */
    private String says(int exitCode, String code, String part, String... words) {
        Printed text = new Terminal(directory).run(words);
        String[] withJson = Arrays.copyOf(words, words.length + 1);
        withJson[words.length] = "--json";
        Printed json = new Terminal(directory).run(withJson);

        assertEquals(exitCode, text.exitCode(), text.toString());
        assertEquals(1, text.err().lines().count(), text.err());
        assertTrue(text.err().startsWith("lintel: "), text.err());
        assertTrue(text.err().contains(part), text.err());
        assertFalse(text.err().contains("Exception"), text.err());
        assertEquals(exitCode, json.exitCode());
        assertEquals(code, json.complaint().path("error").asText());
        assertEquals(text.err(), "lintel: " + json.complaint().path("message").asText() + "\n");
        return text.err();
    }
}
