package io.lintel.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.benchmarks.results.Aim.Bound;
import io.lintel.benchmarks.results.RunOptions.Length;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ResultFilesTest {
    private static final Quietness QUIET = new Quietness(0.1, 1);
    private static final Quietness NOISY = new Quietness(7.5, 0.4);

    @TempDir
    private Path directory;

    private static Section section() {
        return new Section(
                "bytes",
                "Octets",
                List.of(new Table("Lengths", "", "octets", "ratio").row("fast", 113, 0.51234)),
                List.of(new Aim("fast / cold", 0.5, 0.4, 0.6, Bound.AT_MOST, 0.7)),
                List.of(
                        new Chart.Lines(
                                "lines",
                                "Times",
                                "ms",
                                "%",
                                Chart.Scale.LINEAR,
                                List.of(new Chart.Line("fast", List.of(1.0, 10.0), List.of(1.0, 99.0)))),
                        new Chart.Bars("bars", "Peers", "of ours", List.of("a", "b"), List.of(1.0, 2.0))));
    }

    private static BenchResults results(Quietness... looks) throws IOException {
        Machine machine = Machine.here();
        PartResult part = new PartResult(
                Part.BYTES,
                Length.FULL,
                "./lintel bench",
                "2026-11-21T20:00:00Z",
                14,
                Quietness.worst(List.of(looks)),
                PartFiles.facts(machine),
                section());
        return new BenchResults(machine, List.of(part));
    }

    @Test
    void programsReadWhatPeopleRead() throws IOException {
        ResultFiles.write(directory, results(QUIET));

        JsonNode read =
                new ObjectMapper().readTree(directory.resolve("results.json").toFile());
        assertTrue(read.get("quiet").asBoolean());
        assertTrue(read.get("machine").get("providers").size() > 3);
        assertTrue(
                read.get("machine").get("versions").get("noise-java").asText().matches("[0-9.]+"));
        assertTrue(read.get("machine")
                .get("versions")
                .get("netty-tcnative")
                .asText()
                .startsWith("2."));
        JsonNode section = read.get("sections").get(0);
        assertEquals("./lintel bench", section.get("command").asText());
        assertEquals(
                113,
                section.get("tables").get(0).get("rows").get(0).get("octets").asInt());
        assertTrue(section.get("aims").get(0).get("met").asBoolean());

        String markdown = Files.readString(directory.resolve("results.md"));
        assertTrue(markdown.contains("| fast | 113 | 0.51 |"), markdown);
        assertTrue(markdown.contains("| fast / cold | 0.50 | 0.40 | 0.60 | at most 0.70 | met |"), markdown);
        assertTrue(markdown.contains(System.getProperty("java.vm.version")), markdown);
    }

    @Test
    void plotsArePicturesInBothForms() throws Exception {
        ResultFiles.write(directory, results(QUIET));

        for (String name : new String[] {"lines", "bars"}) {
            assertNotNull(ImageIO.read(directory.resolve(name + ".png").toFile()));
            DocumentBuilder reads = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            reads.setEntityResolver(
                    (publicId, systemId) -> new InputSource(new StringReader(""))); // the DTD is far away
            reads.parse(directory.resolve(name + ".svg").toFile());
        }
    }

    @Test
    void aRunThatOthersDisturbedSaysSo() throws IOException {
        assertTrue(results(QUIET, NOISY, QUIET).markdown().contains("noisy"));
        assertTrue(results(NOISY).markdown().contains("40 % of the processors"));
        assertTrue(!results(QUIET).markdown().contains("noisy"));
    }
}
