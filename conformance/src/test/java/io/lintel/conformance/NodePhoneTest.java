package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lintel.conformance.material.MaterialFile;
import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Suite;
import io.lintel.testing.Repository;
import io.lintel.testing.Spec;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The phone in {@code examples/phone-node}, which shares no code with the kit, passes every case. */
@Tag("long")
class NodePhoneTest {
    private static final String VERSION_IS_ENOUGH = "process.exit(parseInt(process.versions.node) >= 18 ? 0 : 1)";
    private static final String MORE_TAPS_THAN_CASES_NEED = "1000";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration FUZZ = Duration.ofSeconds(2);
    private static final Timing PATIENT = Timing.recommended().withPatience(Duration.ofSeconds(8));

    @TempDir
    Path directory;

    private Optional<Process> tapping = Optional.empty();
    private String reader = "";

    @BeforeEach
    void needsNode() throws InterruptedException {
        boolean there = isNodeThere();
        if (!there) {
            assertNotEquals("true", System.getenv("CI"), "there is no Node 18 or newer on the PATH");
        }
        Assumptions.assumeTrue(there, "LEFT OUT: there is no Node 18 or newer on the PATH");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-10-4", "TAP-11-12"})
    void passesEveryCase(Suite suite) throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(suite)) {
            Path material = Files.writeString(directory.resolve("material"), MaterialFile.write(site.material()));
            assertEquals(0, phone("load", material.toString()).waitFor(), printed());

            InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            try (PhoneTarget.Tcp target = PhoneTarget.listen(anywhere)) {
                PhoneConformance trial = new PhoneConformance(site.material(), target, Optional.of(this::restart));
                reader = "127.0.0.1:" + target.address().getPort();
                tapping = Optional.of(phone("tap", reader, MORE_TAPS_THAN_CASES_NEED));
                try {
                    ConformanceReport report = trial.run(PATIENT, LONG, 7, FUZZ, id -> true, result -> {});

                    assertEquals(List.of(), report.failures(), printed());
                    assertEquals(OwnPhoneTest.untried(suite), OwnPhoneTest.skipped(report));
                    assertEquals(OwnPhoneTest.idsOverTcp() + 1, report.results().size());
                } finally {
                    kill();
                }
            }
        }
    }

    /** A process that is killed leaves its lock behind, which is its owner's to remove. */
    private void restart() throws IOException {
        try {
            kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        }
        Files.delete(directory.resolve("wallet").resolve("device").resolve("lock"));
        tapping = Optional.of(phone("tap", reader, MORE_TAPS_THAN_CASES_NEED));
    }

    private void kill() throws InterruptedException {
        tapping.orElseThrow().destroyForcibly().waitFor();
    }

    private Process phone(String command, String... arguments) throws IOException {
        Path phone = Repository.root().resolve("examples/phone-node/phone.js");
        Path wallet = directory.resolve("wallet");
        List<String> words = new ArrayList<>(List.of("node", phone.toString(), command, wallet.toString()));
        words.addAll(List.of(arguments));
        File log = directory.resolve("log").toFile();
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private String printed() throws IOException {
        return Files.readString(directory.resolve("log"));
    }

    private static boolean isNodeThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "-e", VERSION_IS_ENOUGH).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
