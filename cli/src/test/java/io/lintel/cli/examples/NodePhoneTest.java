package io.lintel.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.cli.Bench;
import io.lintel.cli.Printed;
import io.lintel.cli.Terminal;
import io.lintel.crypto.Suite;
import io.lintel.testing.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The phone in {@code examples/phone-node}, which shares no code with ours, against the vectors and our own reader. */
@Tag("long")
class NodePhoneTest {
    private static final String VERSION_IS_ENOUGH = "process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)";

    @TempDir
    Path directory;

    @BeforeEach
    void needsNode() {
        boolean missing = !isNodeThere();
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(!missing, "there is no Node 18 or newer on the PATH, and nothing may be left out here");
        }
        Assumptions.assumeFalse(missing, "LEFT OUT: there is no Node 18 or newer on the PATH");
    }

    @Test
    void doesWhatEachVectorSays() throws IOException {
        List<String> words = new ArrayList<>(List.of("--test"));
        try (Stream<Path> tests = Files.list(phone().resolve("test"))) {
            tests.map(Path::toString).filter(name -> name.endsWith(".test.js")).forEach(words::add);
        }

        Printed printed = node(words.toArray(new String[0]));

        assertEquals(0, printed.exitCode(), printed.out());
        assertTrue(printed.out().lines().noneMatch(line -> line.endsWith(" tests 0")), printed.out());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void activatesTapsColdThenFastAndIsDeniedWhenRevoked(Suite suite) throws IOException {
        Bench bench = Bench.in(directory, suite);
        activate(bench);
        try (Terminal.Running reader = bench.reader()) {
            assertTap(reader, 0, "granted (cold)");
            assertTap(reader, 0, "granted (fast)");
            assertTap(reader, 0, "granted (fast)");
            bench.terminal().done("credential", "revoke", "1");
            bench.terminal().done("reader", "update");
            reader.await("is in force, with list");
            assertTap(reader, 1, "denied (fast): revoked");
            assertTap(reader, 1, "denied (cold): revoked");
        }
    }

    @Test
    void asksAReaderThatItDoesNotKnowWhoItIsAndKnowsItFromThenOn() throws IOException {
        Bench bench = Bench.in(directory);
        activate(bench);
        bench.terminal().done("reader", "enroll", "--name", "Back door", "--dir", "back-door");
        String[] run = {"reader", "run", "--config", "back-door/config.json", "--listen", "127.0.0.1:0"};
        assertEquals(1, readersOnThePhone());
        try (Terminal.Running reader = bench.terminal().start(run)) {
            assertTap(reader, 0, "granted (cold)");
            assertEquals(2, readersOnThePhone());
            assertTap(reader, 0, "granted (fast)");
        }
        try (Terminal.Running restarted = bench.terminal().start(run)) {
            assertTap(restarted, 0, "granted (cold)");
            assertEquals(2, readersOnThePhone());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void checksInUntilTheManagerTakesItsCredentialBack(Suite suite) throws IOException {
        Bench bench = Bench.in(directory, suite);
        activate(bench);
        try (Terminal.Running manager = bench.manager()) {
            assertCheckIn(manager, "kept; check in again within");
            bench.terminal().done("reader", "enroll", "--name", "Back door", "--dir", "back-door");
            bench.terminal().done("reader", "publish");
            assertCheckIn(manager, "kept; check in again within");
            assertEquals(2, readersOnThePhone());
            bench.terminal().done("person", "add", "Bob");
            bench.terminal().done("credential", "issue", "--person", "2", "--manager", manager.address());
            bench.terminal().done("credential", "revoke", "2");
            assertCheckIn(manager, "kept; check in again within");

            bench.terminal().done("credential", "revoke", "1");
            assertCheckIn(manager, "deleted, as the manager says; confirming it\nforgotten");

            assertFalse(Files.exists(directory.resolve("phone").resolve("grant.json")));
            assertTrue(phone("tap", "127.0.0.1:1").out().startsWith("This wallet holds no credential."));
            assertTrue(phone("check-in", manager.address()).out().startsWith("This wallet holds no credential."));
        }
    }

    private void assertCheckIn(Terminal.Running manager, String said) throws IOException {
        Printed checkIn = phone("check-in", manager.address());
        assertTrue(checkIn.out().startsWith(said), checkIn.out());
        assertEquals(0, checkIn.exitCode(), checkIn.out());
    }

    private int readersOnThePhone() throws IOException {
        Path grant = directory.resolve("phone").resolve("grant.json");
        return new ObjectMapper()
                .readTree(Files.readString(grant))
                .path("certificates")
                .size();
    }

    private void activate(Bench bench) throws IOException {
        try (Terminal.Running manager = bench.manager()) {
            String link =
                    bench.issue("--manager", manager.address()).path("link").asText();
            Printed activated = phone("activate", link);
            assertEquals(0, activated.exitCode(), activated.out());
            assertTrue(activated.out().startsWith("activated: credential 1 of Town hall"), activated.out());
        }
    }

    private void assertTap(Terminal.Running reader, int exitCode, String said) throws IOException {
        Printed tap = phone("tap", reader.address());
        assertTrue(tap.out().startsWith(said), tap.out());
        assertEquals(exitCode, tap.exitCode(), tap.out());
    }

    private Printed phone(String command, String argument) throws IOException {
        return node(
                phone().resolve("phone.js").toString(),
                command,
                directory.resolve("phone").toString(),
                argument);
    }

    private static Path phone() {
        return Repository.root().resolve("examples").resolve("phone-node");
    }

    private boolean isNodeThere() {
        try {
            return node("-e", VERSION_IS_ENOUGH).exitCode() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** Both of its streams are in the output. */
    private Printed node(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(words));
        File log = Files.createTempFile(directory, "node", ".log").toFile();
        Process node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        try {
            node.getOutputStream().close();
            int exitCode = node.waitFor();
            return new Printed(exitCode, Files.readString(log.toPath(), StandardCharsets.UTF_8), "");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            node.destroyForcibly();
        }
    }
}
