package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagerCommandsTest {
    @TempDir
    Path directory;

    @Test
    void aSiteIsCreatedWithItsDatabaseAndThePublicKeyOfTheManager() throws IOException {
        Terminal terminal = new Terminal(directory);

        JsonNode site =
                terminal.done("site", "create", "--name", "Town hall", "--json").json();

        assertEquals("Town hall", site.path("name").asText());
        assertEquals(5, site.path("credit").asInt());
        assertEquals(site.path("managerKey").asText() + "\n", Files.readString(directory.resolve("lintel.db.manager")));
        JsonNode listed =
                terminal.done("site", "list", "--json").json().path("sites").path(0);
        assertEquals(site.path("site"), listed.path("site"));
        assertEquals(5, listed.path("trial").asInt());
    }

    @Test
    void sitesOfBothSuitesShareADatabase() {
        Terminal terminal = new Terminal(directory);
        terminal.done("site", "create", "--name", "One");
        terminal.done("site", "create", "--name", "Other", "--suite", "p256");

        JsonNode sites = terminal.done("site", "list", "--json").json().path("sites");

        Map<String, String> suites = new TreeMap<>();
        sites.forEach(site ->
                suites.put(site.path("name").asText(), site.path("suite").asText()));
        assertEquals(Map.of("One", "25519_AESGCM_SHA256", "Other", "P256_AESGCM_SHA256"), suites);
        Printed ambiguous = terminal.run("person", "add", "Ada");
        assertEquals(2, ambiguous.exitCode());
        assertTrue(ambiguous.err().contains("Choose one with --site"), ambiguous.err());
        terminal.done("person", "add", "Ada", "--site", "Other");
    }

    @Test
    @Requirement({"CRD-05", "CRD-21", "ACT-04"})
    void issuingCostsOneCreditWithOneRowInEachBook() {
        Bench bench = Bench.in(directory);

        JsonNode issued = bench.issue();

        assertTrue(issued.path("code").asText().matches("[0-9A-Za-z]{20}"), issued.toString());
        assertEquals(4, issued.path("creditsLeft").asInt());
        JsonNode ledger = bench.terminal().done("ledger", "show", "--json").json();
        assertEquals(2, ledger.path("customer").size());
        assertEquals(2, ledger.path("distributor").size());
        assertEquals(-1, ledger.path("customer").path(1).path("amount").asInt());
        assertEquals(4, ledger.path("customer").path(1).path("trial").asInt());
        String text = bench.terminal().done("ledger", "show").out();
        assertTrue(text.contains("-1.0"), text);
    }

    @Test
    void issuingDrawsTheQrCodeAndTellsTheExactNextCommand() {
        Bench bench = Bench.in(directory);

        String told = bench.terminal().done("credential", "issue").out();

        String code = told.split("Code {5}", 2)[1].substring(0, 20);
        assertTrue(told.contains("\u2588\u2588"), told);
        assertTrue(told.contains("lintel:1:1:"), told);
        assertTrue(told.contains("\n  lintel manager run\n"), told);
        assertTrue(told.contains("\n  lintel wallet activate " + code + " --wallet phone\n"), told);
    }

    @Test
    void whoeverHasNoCreditLeftIsToldHowToGetSome() {
        Bench bench = Bench.in(directory);
        for (int i = 0; i < 5; i++) {
            bench.issue();
        }

        Printed refused = bench.terminal().run("credential", "issue");

        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("lintel credit add"), refused.err());
        JsonNode balance = bench.terminal().done("credit", "add", "3", "--json").json();
        assertEquals(3, balance.path("paid").asInt());
        assertEquals(2, bench.issue().path("creditsLeft").asInt());
    }

    @Test
    void aResentCodeIsAnotherOne() {
        Bench bench = Bench.in(directory);
        String first = bench.issue().path("code").asText();

        JsonNode resent =
                bench.terminal().done("credential", "resend", "1", "--json").json();

        assertNotEquals(first, resent.path("code").asText());
    }

    @Test
    @Requirement("REV-15")
    void aCredentialIsRevokedOnceAndListedSo() {
        Bench bench = Bench.in(directory);
        bench.activate();

        JsonNode revoked =
                bench.terminal().done("credential", "revoke", "1", "--json").json();

        assertEquals("revoke pending", revoked.path("state").asText());
        assertEquals(2, revoked.path("listEpoch").asInt());
        JsonNode listed =
                bench.terminal().done("credential", "list", "--json").json().path("credentials");
        assertEquals("revoke pending", listed.path(0).path("state").asText());
        Printed again = bench.terminal().run("credential", "revoke", "1");
        assertEquals(1, again.exitCode());
        assertEquals(1, again.err().lines().count());
    }

    @Test
    void peopleAndReadersAreListed() {
        Bench bench = Bench.in(directory);

        JsonNode people =
                bench.terminal().done("person", "list", "--json").json().path("people");
        JsonNode readers =
                bench.terminal().done("reader", "list", "--json").json().path("readers");

        assertEquals("Ada", people.path(0).path("givenName").asText());
        assertEquals("Front door", readers.path(0).path("name").asText());
    }

    @Test
    void enrollingAReaderAgainOnlyBringsItsFilesUpToDate() throws IOException {
        Bench bench = Bench.in(directory);
        Path door = directory.resolve("front-door");
        Files.delete(door.resolve("reader.lintel"));
        Files.writeString(door.resolve("config.json"), "{\"wiegand\": \"H10302\"}");

        JsonNode again = bench.terminal().done("reader", "enroll", "--json").json();

        assertEquals(1, again.path("reader").asInt());
        assertTrue(Files.exists(door.resolve("reader.lintel")));
        assertEquals("{\"wiegand\": \"H10302\"}", Files.readString(door.resolve("config.json")));
        assertEquals(
                1,
                bench.terminal()
                        .done("reader", "list", "--json")
                        .json()
                        .path("readers")
                        .size());
    }

    @Test
    @Requirement({"KEY-05", "KEY-06"})
    void aReadersSecretsAreReadableByTheirOwnerAlone() throws IOException {
        Bench bench = Bench.in(directory);
        Path door = bench.terminal().directory().resolve("front-door");

        for (String name : new String[] {"reader.keys", "reader.lintel"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(door.resolve(name))),
                    name);
        }
        String warned = bench.terminal().done("reader", "enroll").out();
        assertTrue(warned.contains("Warning: reader.lintel there holds the site's project key"), warned);
        String settings = Files.readString(door.resolve("config.json"));
        assertFalse(settings.toLowerCase(Locale.ROOT).contains("key"), settings);
    }

    @Test
    void aCommandThatIsRepeatedWithItsIdIsDoneOnce() {
        Bench bench = Bench.in(directory);
        String id = "00112233445566778899aabbccddeeff";

        JsonNode first = bench.issue("--command-id", id);
        JsonNode again = bench.issue("--command-id", id);

        assertEquals(first, again);
        assertEquals(
                1,
                bench.terminal()
                        .run("credit", "transfer", "1", "--command-id", id)
                        .exitCode());
    }

    @Test
    void creditThatIsAddedAgainWithItsIdIsAddedOnce() {
        Bench bench = Bench.in(directory);
        String[] words = {"credit", "add", "3", "--command-id", "00112233445566778899aabbccddeeff", "--json"};

        JsonNode first = bench.terminal().done(words).json();

        assertEquals(first, bench.terminal().done(words).json());
        assertEquals(3, first.path("paid").asInt());
    }

    @Test
    void creditIsTransferredFromWhatTheDistributorHas() {
        Bench bench = Bench.in(directory);

        assertEquals(1, bench.terminal().run("credit", "transfer", "1").exitCode());

        JsonNode shown = bench.terminal().done("credit", "show", "--json").json();
        assertEquals(0, shown.path("paid").asInt());
        assertEquals(5, shown.path("trial").asInt());
        assertEquals(0, shown.path("available").asInt());
    }

    @Test
    void whatHappenedIsListedFromWhereTheLastListEnded() {
        Bench bench = Bench.in(directory);
        JsonNode before = bench.terminal().done("event", "list", "--json").json();
        bench.issue();

        JsonNode events = bench.terminal()
                .done("event", "list", "--after", before.path("last").asText(), "--json")
                .json();

        assertEquals(1, events.path("events").size());
        assertEquals(
                "credential issued", events.path("events").path(0).path("kind").asText());
        assertEquals(before.path("last").asLong() + 1, events.path("last").asLong());
    }

    @Test
    void theQrCodeIsWrittenAsAPictureForItsOwnerAlone() throws IOException {
        JsonNode issued = Bench.in(directory).issue("--qr", "ada.png");

        Path picture = directory.resolve(issued.path("qr").asText());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)));
        assertEquals(137, Files.readAllBytes(picture)[0] & 0xff, "as PNG files begin");
    }

    @Test
    @Requirement("SYS-14")
    void aBackupIsADatabaseOfItsOwnAndNeverOverwritesOne() {
        Bench bench = Bench.in(directory);
        bench.terminal().done("backup", "copy.db");
        bench.issue();

        assertEquals(
                0,
                bench.terminal()
                        .done("credential", "list", "--database", "copy.db", "--json")
                        .json()
                        .path("credentials")
                        .size());
        assertEquals(3, bench.terminal().run("backup", "copy.db").exitCode());
        assertEquals(
                2,
                bench.terminal()
                        .run("backup", "x.db", "--database", "jdbc:postgresql://localhost/x")
                        .exitCode());
    }

    @Test
    void postgresqlWantsAUserAndAPasswordFromAFile() {
        Printed refused =
                new Terminal(directory).run("site", "list", "--database", "jdbc:postgresql://localhost/lintel");

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("--database-password-file"), refused.err());
    }
}
