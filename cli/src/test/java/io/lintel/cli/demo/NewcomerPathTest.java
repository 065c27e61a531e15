package io.lintel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands one by one, as a newcomer types them, each a process of its own. */
@Tag("long")
class NewcomerPathTest {
    @TempDir
    Path directory;

    @Test
    void leadsFromAnEmptyDirectoryToAnOpenDoorAndToARevokedCredential() throws IOException {
        Files.writeString(directory.resolve("town.json"), PatientProfile.json());
        try (Cast cast = new Cast(directory, () -> {})) {
            cast.run("site", "create", "--name", "Town hall", "--profile", "town.json")
                    .orFail();
            cast.run("person", "add", "Ada").orFail();
            cast.run("reader", "enroll", "--name", "Front door", "--dir", "front-door")
                    .orFail();
            String code = cast.run("credential", "issue").orFail().path("code").asText();
            String manager =
                    cast.serve("manager", "run", "--listen", "127.0.0.1:0").address();
            cast.run("wallet", "activate", code, "--wallet", "phone", "--manager", manager)
                    .orFail();
            Server reader =
                    cast.serve("reader", "run", "--config", "front-door/config.json", "--listen", "127.0.0.1:0");

            assertEquals("cold", tap(cast, reader).orFail().path("path").asText());
            JsonNode granted = cast.run("wallet", "tap", "--reader", reader.address(), "--repeat", "10")
                    .orFail()
                    .path("granted");
            assertEquals(10, granted.path("fast").path("count").asInt());

            cast.run("credential", "revoke", "1").orFail();
            cast.run("reader", "update", "--dir", "front-door").orFail();
            reader.await("configuration-in-force");
            Finished denied = tap(cast, reader);
            assertEquals(1, denied.exitCode());
            assertEquals("revoked", denied.answer().path("reason").asText());
            assertEquals(2, cast.run("ledger", "show").orFail().path("customer").size());
            assertEquals(6, cast.run("providers").orFail().path("providers").size());
            assertTrue(reader.stop(), "the reader did not stop in order");
        }
    }

    private static Finished tap(Cast cast, Server reader) {
        return cast.run("wallet", "tap", "--wallet", "phone", "--reader", reader.address());
    }
}
