package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.Printed;
import io.lintel.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateTest {
    private static final String[] SMALL = {"--days", "30", "--readers", "4", "--phones", "12"};

    @TempDir
    private Path directory;

    @Test
    void theSameSeedPrintsTheSameOctets() {
        String first = simulate("--seed", "3", "--json").out();

        assertEquals(first, simulate("--seed", "3", "--json").out());
        assertTrue(first.contains("\"enforcedByReader\""), first);
    }

    @Test
    void theTableSaysHowLongItTookWithCouriersAndWithout() {
        String table = simulate().out();

        assertTrue(table.contains("P50"), table);
        assertEquals(
                2, table.lines().filter(line -> line.matches("offline +yes .*")).count(), table);
        assertEquals(
                2, table.lines().filter(line -> line.matches("offline +no .*")).count(), table);
        assertTrue(table.contains("none beaten"), table);
    }

    @Test
    void thePlotIsDrawnAsSvgAndAsPng() throws Exception {
        simulate("--plot", "doors.svg", "--plot", "doors.png");

        assertTrue(Files.readString(directory.resolve("doors.svg")).contains("<svg"));
        assertEquals((byte) 'P', Files.readAllBytes(directory.resolve("doors.png"))[1]);
    }

    @Test
    void whatCannotBeSimulatedOrDrawnIsSaidAtOnce() {
        assertEquals(2, new Terminal(directory).run("simulate", "--days", "0").exitCode());
        assertEquals(
                2, new Terminal(directory).run("simulate", "--offline", "101").exitCode());
        assertEquals(
                2,
                new Terminal(directory).run("simulate", "--plot", "doors.jpg").exitCode());
    }

    private Printed simulate(String... options) {
        String[] words = new String[1 + SMALL.length + options.length];
        words[0] = "simulate";
        System.arraycopy(SMALL, 0, words, 1, SMALL.length);
        System.arraycopy(options, 0, words, 1 + SMALL.length, options.length);
        return new Terminal(directory).done(words);
    }
}
