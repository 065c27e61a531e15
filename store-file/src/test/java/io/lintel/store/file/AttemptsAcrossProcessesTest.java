package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No attempt is served twice, whoever asks and whichever process dies. What a system that loses power does to writes is not
 * covered here: a killed process leaves the page cache behind.
 */
@Tag("long")
class AttemptsAcrossProcessesTest {
    private static final int KILLS = 30;
    private static final int MAX_ATTEMPTS_BEFORE_A_KILL = 12;
    private static final long SEED = 20261120;

    @TempDir
    Path directory;

    @BeforeEach
    void beginARatchet() {
        FileWalletStore.open(directory).replaceResumption(Samples.KEY, 0, Samples.resumption(1, 0, 0));
    }

    @Test
    void aWalletThatIsKilledAtAnyPointServesNoAttemptTwice() throws Exception {
        Random random = new Random(SEED);
        long last = -1;
        for (int kill = 0; kill < KILLS; kill++) {
            List<Long> served = serveAndKill(1 + random.nextInt(MAX_ATTEMPTS_BEFORE_A_KILL), random);
            for (long attempt : served) {
                assertTrue(attempt > last, "attempt " + attempt + " after " + last + ", kill " + kill);
                last = attempt;
            }
        }
        assertTrue(last >= KILLS - 1, "every process served at least one attempt");
    }

    @Test
    void walletsOfSeveralProcessesServeNoAttemptTwice() throws Exception {
        int processes = 3;
        int each = 60;
        List<Process> running = new ArrayList<>();
        Set<Long> served = new HashSet<>();
        try {
            for (int i = 0; i < processes; i++) {
                running.add(start(each));
            }
            for (Process process : running) {
                List<Long> own = readAll(process);
                assertEquals(0, process.waitFor());
                assertEquals(each, own.size());
                served.addAll(own);
            }
        } finally {
            running.forEach(Process::destroyForcibly);
        }
        assertEquals(processes * each, served.size(), "each attempt belongs to one process");
    }

    /** Kills the process somewhere behind its n-th attempt, at a point that differs each time. */
    private List<Long> serveAndKill(int attempts, Random random) throws IOException, InterruptedException {
        Process process = start(Integer.MAX_VALUE);
        List<Long> served = new ArrayList<>();
        try (BufferedReader out = reader(process)) {
            while (served.size() < attempts) {
                String line = out.readLine();
                assertTrue(line != null, "the process ended by itself");
                served.add(Long.parseLong(line));
            }
            spin(random.nextInt(2_000_000));
            process.toHandle().destroyForcibly(); // the other one would throw its output away
            // What it had printed before it died was its own, too.
            StringBuilder rest = new StringBuilder();
            for (int next = out.read(); next >= 0; next = out.read()) {
                rest.append((char) next);
            }
            completeLines(rest.toString()).forEach(served::add);
        }
        process.waitFor();
        return served;
    }

    /** The numbers of the lines that end; a kill may have cut the last one. */
    private static List<Long> completeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(Long::parseLong)
                .toList();
    }

    private static void spin(int nanos) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < nanos) {
            Thread.onSpinWait();
        }
    }

    private static List<Long> readAll(Process process) throws IOException {
        try (BufferedReader out = reader(process)) {
            return out.lines().map(Long::parseLong).toList();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    private Process start(int attempts) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AttemptServer.class.getName(),
                        directory.toString(),
                        Integer.toString(attempts))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
