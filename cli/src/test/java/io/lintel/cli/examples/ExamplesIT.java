package io.lintel.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.Bench;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the examples as strangers would, outside our build, and runs them. */
class ExamplesIT {
    @TempDir
    Path directory;

    @Test
    void anAcsVendorGetsNoNettyAndIssuesACredential() throws IOException, InterruptedException {
        ExampleBuild build = ExampleBuild.of(Example.ACS_VENDOR, directory);

        String printed = build.maven("exec:java", "-Dexec.args=" + directory.resolve("site.db"));

        assertTrue(printed.contains("QR code: lintel:1:1:"), printed);
        assertTrue(printed.contains("Purchase -1.0"), printed);
        assertFalse(build.classPath().contains("netty"), build.classPath());
        assertFalse(build.classPath().contains("lintel-transport"), build.classPath());
    }

    @Test
    void aReaderManufacturerGetsNoManagerAndOpensADoor() throws IOException, InterruptedException {
        Bench bench = Bench.in(directory);
        bench.activate();
        ExampleBuild build = ExampleBuild.of(Example.READER, directory);
        assertFalse(build.classPath().contains("sdk-api"), build.classPath());
        assertFalse(build.classPath().contains("sqlite"), build.classPath());

        Process reader = build.start(directory.resolve("front-door").toString(), "0");
        try (BufferedReader lines = reader.inputReader()) {
            String port = lines.readLine().replace("listening on ", "");
            JsonNode tap = bench.terminal()
                    .done("wallet", "tap", "--reader", "127.0.0.1:" + port, "--json")
                    .json();

            assertEquals("granted", tap.path("result").asText());
            assertEquals("open, and tell the panel 00000080", lines.readLine());
            reader.getOutputStream().close();
            assertEquals(0, reader.waitFor());
        } finally {
            reader.destroyForcibly();
        }
    }

    @Test
    void aResearcherGetsTheCryptographyAloneAndMeasuresHandshakes() throws IOException, InterruptedException {
        ExampleBuild build = ExampleBuild.of(Example.RESEARCHER, directory);

        String printed = build.maven("exec:java", "-Dexec.args=40");

        assertTrue(printed.contains("25519_AESGCM_SHA256: "), printed);
        assertTrue(printed.contains("P256_AESGCM_SHA256: "), printed);
        assertFalse(build.classPath().contains("lintel-protocol"), build.classPath());
    }
}
