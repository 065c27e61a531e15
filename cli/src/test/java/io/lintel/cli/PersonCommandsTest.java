package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Repository;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonCommandsTest {
    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void createSite() throws IOException {
        terminal = new Terminal(directory);
        terminal.done("site", "create", "--profile", "baltech");
        Files.copy(Repository.root().resolve("examples/site/people.csv"), directory.resolve("people.csv"));
    }

    @Test
    @Requirement({"USR-14", "SYN-04"})
    void theExampleIsImportedAfterADryRunAndNobodyIsRemovedUnasked() throws IOException {
        JsonNode plan = terminal.done("person", "import", "people.csv", "--dry-run", "--json")
                .json();
        assertEquals(5, plan.path("added").asInt());
        assertEquals(0, people().size());

        terminal.done("person", "import", "people.csv");
        assertEquals(5, people().size());

        Files.writeString(
                directory.resolve("fewer.csv"),
                "First name;Last name;E-mail;ID;Sync ID\nAda;Byron;ada@example.org;1001;HR-1\n");
        assertEquals(
                4,
                terminal.done("person", "import", "fewer.csv", "--json")
                        .json()
                        .path("absent")
                        .asInt());
        assertEquals(
                4,
                terminal.done("person", "import", "fewer.csv", "--remove-absent", "--json")
                        .json()
                        .path("removed")
                        .asInt());
        assertEquals("deleted", people().path(4).path("status").asText());
    }

    @Test
    void everyBadLineIsNamedAndNothingIsChanged() throws IOException {
        Files.writeString(
                directory.resolve("bad.csv"),
                "First name,Last name,E-mail,ID\nAda,Byron,ada@example.org,1\nBob,Smith,nobody,x\nEve,,eve@example.org\n");

        Printed refused = terminal.run("person", "import", "bad.csv");

        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().contains("\n  line 3: "), refused.err());
        assertTrue(refused.err().contains("\n  line 4: "), refused.err());
        assertEquals(0, people().size());
    }

    private JsonNode people() {
        return terminal.done("person", "list", "--json").json().path("people");
    }
}
