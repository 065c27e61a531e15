package io.lintel.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.results.Aim.Bound;
import io.lintel.benchmarks.results.RunOptions.Length;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFilesTest {
    @TempDir
    private Path directory;

    private final Machine machine;

    PartFilesTest() throws IOException {
        machine = Machine.here();
    }

    private PartResult result(Part part, double value) throws IOException {
        Section section = new Section(
                part.word(),
                part.title(),
                List.of(new Table("", "", "micros", "octets", "from").row("fast", value, 113, Double.NaN)),
                List.of(new Aim("fast / floor", value, Double.NaN, Double.NaN, Bound.AT_MOST, 1.1)),
                List.of(
                        new Chart.Lines("lines", "Times", "ms", "%", Chart.Scale.LOGARITHMIC, List.of()),
                        new Chart.Bars("bars", "Peers", "of ours", List.of("a"), List.of(value))),
                List.of("A note."));
        return new PartResult(
                part,
                Length.FULL,
                "./lintel bench",
                "2026-11-21T20:00:00Z",
                840,
                new Quietness(0.1, 0.99),
                PartFiles.facts(machine),
                section);
    }

    @Test
    void whatIsReadSaysWhatWasWritten() throws IOException {
        PartResult written = result(Part.TAPS, 1.25);

        new PartFiles(directory).write(written);

        BenchResults read = new BenchResults(machine, new PartFiles(directory).read());
        BenchResults had = new BenchResults(machine, List.of(written));
        assertEquals(had.markdown(), read.markdown());
        assertEquals(ResultFiles.line(had.facts()), ResultFiles.line(read.facts()));
        assertEquals(written.section().charts(), read.sections().get(0).charts());
        assertTrue(read.markdown().contains("| fast / floor | 1.25 | - | - | at most 1.10 | missed, not clearly |"));
    }

    @Test
    void aPartThatRunsAgainReplacesItsOwnAndLeavesOthers() throws IOException {
        PartFiles files = new PartFiles(directory);
        files.write(result(Part.READER, 3));
        files.write(result(Part.TAPS, 1));
        files.write(result(Part.TAPS, 2));

        List<PartResult> read = files.read();

        assertEquals(
                List.of(Part.TAPS, Part.READER),
                read.stream().map(PartResult::part).toList());
        assertEquals(2, read.get(0).section().aims().get(0).value());
    }

    @Test
    void whatAnotherMachineOrAShorterRunFoundIsNotMixedIn() throws IOException {
        PartFiles files = new PartFiles(directory);
        files.write(result(Part.TAPS, 1));
        Machine other = of("another", machine.build());

        files.require(machine, Length.FULL);
        assertThrows(WrongCall.class, () -> files.require(machine, Length.QUICK));
        assertThrows(WrongCall.class, () -> files.require(other, Length.FULL));
    }

    @Test
    void whatAnotherBuildFoundIsNotMixedIn() throws IOException {
        PartFiles files = new PartFiles(directory);
        files.write(result(Part.TAPS, 1));

        assertEquals(machine, of(machine.processor(), Build.here()), "the same classes are the same build");
        Machine other = of(machine.processor(), "0123456789abcdef");
        WrongCall refused = assertThrows(WrongCall.class, () -> files.require(other, Length.FULL));
        assertTrue(refused.getMessage().contains("build of Lintel"));
    }

    private Machine of(String processor, String build) {
        return new Machine(
                processor,
                machine.processors(),
                machine.memoryMebibytes(),
                machine.system(),
                machine.hugePages(),
                machine.jdk(),
                build,
                machine.providers(),
                machine.versions());
    }

    @Test
    void aFileOfSomethingElseIsNamed() throws IOException {
        Files.writeString(directory.resolve("part-taps.json"), "no JSON");

        IOException refused = assertThrows(IOException.class, () -> new PartFiles(directory).read());

        assertTrue(refused.getMessage().contains("part-taps.json"));
    }
}
