package io.lintel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills with SIGKILL what works on the database, and looks for what it had confirmed. */
@Tag("long")
class KilledManagerTest {
    private static final int ROUNDS = 3;

    @TempDir
    Path directory;

    @Test
    void killingTheManagerBetweenIssueAndActivateLosesNothing() throws IOException, InterruptedException {
        try (Cast cast = new Cast(directory, () -> {})) {
            cast.run("site", "create").orFail();
            cast.run("person", "add", "Ada").orFail();
        }
        for (int round = 1; round <= ROUNDS; round++) {
            String code;
            try (Cast manager = new Cast(directory, () -> {})) {
                manager.serve("manager", "run", "--listen", "127.0.0.1:0");
                code = issueAndKill();
            }

            try (Cast afterwards = new Cast(directory, () -> {})) {
                String address = afterwards
                        .serve("manager", "run", "--listen", "127.0.0.1:0")
                        .address();
                JsonNode activated = afterwards
                        .run("wallet", "activate", code, "--wallet", "phone" + round, "--manager", address)
                        .orFail();

                assertEquals(round, activated.path("serial").asInt());
                JsonNode ledger = afterwards.run("ledger", "show").orFail().path("customer");
                assertEquals(1 + round, ledger.size(), "one row for the first credit, one for each credential");
                assertEquals(5 - round, ledger.path(round).path("trial").asInt());
            }
        }
    }

    /** Ends the process as soon as it has said that the credential is issued. */
    private String issueAndKill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.lintel(List.of("credential", "issue", "--json")))
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String confirmed = lines.readLine();
            process.destroyForcibly();
            process.waitFor();
            String code = Cast.object(confirmed).path("code").asText();
            assertFalse(code.isEmpty(), confirmed);
            return code;
        }
    }
}
