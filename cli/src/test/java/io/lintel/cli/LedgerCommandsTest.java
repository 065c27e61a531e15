package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandsTest {
    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void moveSomeCredit() {
        Bench bench = Bench.in(directory);
        terminal = bench.terminal();
        terminal.done("credit", "buy", "100");
        terminal.done("credit", "transfer", "31");
        terminal.done("credit", "refund", "1");
        bench.issue();
    }

    @Test
    @Requirement({"CRD-06", "CRD-10", "CRD-13", "CRD-19"})
    void aTransferAndARefundMoveCreditBetweenDistributorAndSite() {
        JsonNode credit = terminal.done("credit", "show", "--json").json();

        assertEquals(29, credit.path("paid").asInt());
        assertEquals(5, credit.path("trial").asInt());
        assertEquals(1, credit.path("mobileKeys").asInt());
        assertEquals(70, credit.path("available").asInt());
        assertTrue(terminal.done("credit", "show").out().contains("29 + 5 (trial credit), mobile keys: 1"));
    }

    @Test
    void moreThanTheSiteHasPaidForIsNotRefunded() {
        Printed refused = terminal.run("credit", "refund", "30", "--json");

        assertEquals(1, refused.exitCode());
        assertEquals(
                "manager.insufficient-credit", refused.complaint().path("error").asText());
    }

    @Test
    void aWrongPurchaseIsCorrectedByARowOfItsOwn() {
        JsonNode corrected = terminal.done("credit", "correct", "70", "--json").json();

        assertEquals(0, corrected.path("available").asInt());
        assertEquals(1, terminal.run("credit", "correct", "1").exitCode());
    }

    @Test
    void theBooksAreSearched() {
        JsonNode found =
                terminal.done("ledger", "show", "--search", "refund", "--json").json();

        assertEquals(1, found.path("customer").size());
        assertEquals(1, found.path("distributor").size());
        assertTrue(terminal.done("ledger", "show", "--search", "refund").out().contains("Showing 1 to 1 of 1 entries"));
        assertEquals(
                1,
                terminal.done("ledger", "show", "--limit", "1", "--json")
                        .json()
                        .path("customer")
                        .size());
    }

    @Test
    void aStatementIsWrittenForTheOwnerOfTheFileAlone() throws IOException {
        JsonNode written = terminal.done(
                        "ledger",
                        "statement",
                        "--from",
                        "2020-01-01",
                        "--until",
                        "2099-12-31",
                        "--output",
                        "statement.csv",
                        "--json")
                .json();

        assertEquals(4, written.path("rows").asInt());
        assertEquals(29, written.path("closingPaid").asInt());
        assertEquals(
                7, Files.readAllLines(directory.resolve("statement.csv")).size(), "heading, opening, rows, closing");
    }

    @Test
    void anExportedLedgerIsVerifiedFromItsRowsAlone() throws IOException {
        JsonNode export = terminal.done("ledger", "export", "--output", "all.jsonl", "--json")
                .json();
        Path elsewhere = Files.createDirectory(directory.resolve("auditor"));
        Files.copy(directory.resolve("all.jsonl"), elsewhere.resolve("all.jsonl"));
        Terminal auditor = new Terminal(elsewhere);

        JsonNode verified = auditor.done(
                        "ledger",
                        "verify",
                        "all.jsonl",
                        "--head",
                        export.path("head").asText(),
                        "--json")
                .json();

        assertEquals(export.path("entries"), verified.path("entries"));
        assertEquals(export.path("head"), verified.path("heads").path(0).path("head"));
    }

    @Test
    void aChangedRowIsNamedWithItsFileAndLine() throws IOException {
        terminal.done("ledger", "export", "--output", "all.jsonl");
        List<String> lines = Files.readAllLines(directory.resolve("all.jsonl"));
        Files.write(directory.resolve("one.jsonl"), lines.subList(0, 2));
        String transfer = lines.get(2);
        String changed = transfer.replace("\"credits\":31,", "\"credits\":32,");
        assertNotEquals(transfer, changed, "the third entry is the transfer");
        List<String> rest = new ArrayList<>(lines.subList(2, lines.size()));
        rest.set(0, changed);
        Files.write(directory.resolve("two.jsonl"), rest);

        Printed broken = terminal.run("ledger", "verify", "one.jsonl", "two.jsonl", "--json");

        assertEquals(1, broken.exitCode());
        assertEquals("ledger.changed", broken.complaint().path("error").asText());
        assertTrue(broken.complaint().path("message").asText().contains("two.jsonl, line 1"), broken.err());
    }

    @Test
    void aMissingFileAndABadHeadAreNamed() throws IOException {
        assertEquals(3, terminal.run("ledger", "verify", "nowhere.jsonl").exitCode());
        Files.writeString(directory.resolve("empty.jsonl"), "");
        assertEquals(
                2,
                terminal.run("ledger", "verify", "empty.jsonl", "--head", "x").exitCode());
    }
}
