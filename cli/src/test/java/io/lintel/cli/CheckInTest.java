package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone that checks in, by its command. */
class CheckInTest {
    @TempDir
    Path directory;

    private static JsonNode only(Printed printed) {
        JsonNode credentials = printed.json().path("credentials");
        assertEquals(1, credentials.size());
        return credentials.get(0);
    }

    @Test
    @Requirement({"SYN-03", "REV-02"})
    void revokedCredentialIsOffThePhoneAfterItsCheckInAndTheManagerKnows() {
        Bench bench = Bench.in(directory);
        bench.activate();
        try (Terminal.Running manager = bench.manager()) {
            String[] checkIn = {"wallet", "checkin", "--manager", manager.address(), "--json"};
            JsonNode kept = only(bench.terminal().done(checkIn));
            assertEquals("kept", kept.path("outcome").asText());
            assertEquals(0, kept.path("doors").asInt(), "nobody has published them");

            bench.terminal().done("credential", "revoke", "1");
            assertEquals(
                    "deleted",
                    only(bench.terminal().done(checkIn)).path("outcome").asText());

            String states =
                    bench.terminal().done("credential", "list", "--json").out();
            assertTrue(states.contains("REVOKED") || states.contains("revoked"), states);
            assertEquals(3, bench.terminal().run("wallet", "show").exitCode());
            assertEquals(3, bench.terminal().run(checkIn).exitCode(), "nothing is left to check in");
        }
    }

    @Test
    @Requirement({"RDR-12", "RDR-13", "RDR-16"})
    void doorsOnThePhoneAreExportedAndImportedAgain() {
        Bench bench = Bench.in(directory);
        bench.activate();
        bench.terminal().done("reader", "publish");
        try (Terminal.Running manager = bench.manager()) {
            bench.terminal().done("wallet", "checkin", "--manager", manager.address());
        }
        JsonNode exported = bench.terminal()
                .done("wallet", "export", "--out", "readers.json", "--json")
                .json();
        assertEquals(1, exported.path("doors").asInt());

        JsonNode planned = bench.terminal()
                .done("reader", "import", "readers.json", "--dry-run", "--json")
                .json();

        assertEquals(0, planned.path("added").asInt(), planned::toString);
        assertEquals(1, planned.path("unchanged").asInt(), planned::toString);
    }

    @Test
    void phoneWhoseManagerIsAwayKeepsItsCredential() {
        Bench bench = Bench.in(directory);
        bench.activate();
        Printed away = bench.terminal().run("wallet", "checkin");
        assertEquals(3, away.exitCode());
        assertEquals(0, bench.terminal().run("wallet", "show").exitCode());
    }
}
