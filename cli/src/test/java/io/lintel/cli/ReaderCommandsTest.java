package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Repository;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderCommandsTest {
    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void createSite() throws IOException {
        terminal = new Terminal(directory);
        terminal.done("site", "create");
        Files.copy(Repository.root().resolve("examples/site/readers.json"), directory.resolve("readers.json"));
    }

    @Test
    @Requirement({"RDR-11", "RDR-13", "RDR-15"})
    void theExampleIsImportedAfterADryRunAndReachesPhonesWhenItIsPublished() {
        JsonNode plan = terminal.done("reader", "import", "readers.json", "--dry-run", "--json")
                .json();
        assertEquals(3, plan.path("added").asInt());
        assertEquals(3, plan.path("differences").size());
        assertEquals(0, readers().path("readers").size());

        terminal.done("reader", "import", "readers.json");
        assertEquals(3, readers().path("pending").asInt());
        assertTrue(terminal.done("reader", "list").out().contains("lintel reader publish"));

        JsonNode published = terminal.done("reader", "publish", "--json").json();
        assertEquals(1, published.path("revision").asInt());
        assertEquals(0, readers().path("pending").asInt());
        assertEquals(
                3,
                terminal.done("reader", "import", "readers.json", "--json")
                        .json()
                        .path("unchanged")
                        .asInt());
    }

    @Test
    void whatIsExportedIsWhatAnotherSiteImports() {
        terminal.done("reader", "import", "readers.json");
        terminal.done("reader", "export", "--output", "all.json");
        terminal.done("site", "create", "--database", "other.db");

        JsonNode imported = terminal.done("reader", "import", "all.json", "--database", "other.db", "--json")
                .json();

        assertEquals(3, imported.path("added").asInt());
    }

    @Test
    void everyMistakeOfAFileIsToldWithItsLine() throws IOException {
        Files.writeString(directory.resolve("bad.json"), """
                {"format": "lintel-readers", "version": 1, "readers": [
                  {"name": "One", "mac": "nonsense"},
                  {"name": "Two", "readerId": "IMA 00002"},
                  {"readerId": "IMA 00003"}
                ]}
                """);

        Printed refused = terminal.run("reader", "import", "bad.json");

        assertEquals(1, refused.exitCode());
        List<String> lines = refused.err().lines().toList();
        assertTrue(lines.get(0).contains("2 problems, and nothing was changed"), refused.err());
        assertTrue(lines.get(1).startsWith("  line 2: "), refused.err());
        assertTrue(lines.get(2).startsWith("  line 4: "), refused.err());
        JsonNode complaint =
                terminal.run("reader", "import", "bad.json", "--json").complaint();
        assertEquals("manager.file-invalid", complaint.path("error").asText());
        assertEquals(4, complaint.path("problems").path(1).path("line").asInt());
        assertEquals(0, readers().path("readers").size());
    }

    @Test
    void aReaderIsAddedChangedAndRemoved() {
        terminal.done("reader", "add", "--name", "Back door", "--id", "IMA 00001", "--signal", "40");
        terminal.done("reader", "edit", "1", "--name", "Garden door", "--one-tap", "off");

        JsonNode reader = readers().path("readers").path(0);
        assertEquals("Garden door", reader.path("name").asText());
        assertEquals("IMA 00001", reader.path("id").asText());
        assertEquals(40, reader.path("signalPercent").asInt());
        assertEquals("off", reader.path("oneTap").asText());
        assertEquals("pending", reader.path("publication").asText());

        terminal.done("reader", "remove", "1");
        assertEquals(0, readers().path("readers").size());
        assertEquals(1, terminal.run("reader", "edit", "1", "--name", "X").exitCode());
    }

    private JsonNode readers() {
        return terminal.done("reader", "list", "--json").json();
    }
}
