package io.lintel.sdk.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderDetails.Switch;
import io.lintel.testing.Requirement;
import io.lintel.testing.json.SchemaCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderFileTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a reading hands out. */
    private static final class Found implements ReaderFile.Visitor {
        final List<ReaderEntry> entries = new ArrayList<>();
        final List<String> problems = new ArrayList<>();

        @Override
        public void reader(long line, ReaderEntry entry) {
            entries.add(entry);
        }

        @Override
        public void problem(long line, String what) {
            problems.add(line + ": " + what);
        }
    }

    @Property(tries = 300)
    @Requirement("RDR-14")
    void everyReaderComesBackAndEveryFileFitsThePublishedSchema(@ForAll("readers") List<ReaderEntry> readers)
            throws IOException {
        String text = write(readers);
        Found found = read(text);

        assertEquals(List.of(), found.problems);
        assertEquals(readers, found.entries);
        assertEquals(Optional.empty(), schema().check(JSON.readTree(text)));
    }

    /** What the schema refuses, the reader of files refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"Door\"}",
                "{\"readerId\": \"IMA 00001\"}",
                "{\"name\": \"\", \"readerId\": \"IMA 00001\"}",
                "{\"name\": \"Door\", \"readerId\": \"\"}",
                "{\"name\": \"Door\", \"readerId\": \" IMA\"}",
                "{\"name\": \"Door\", \"readerId\": 7}",
                "{\"name\": \"Door\", \"mac\": \"00:1E:C0:25:EA\"}",
                "{\"name\": \"Door\", \"fingerprint\": \"00\"}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"groups\": []}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"groups\": [0]}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"groups\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"groups\": \"1\"}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"technology\": \"RED\"}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"oneTap\": true}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"identificationFromApp\": null}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"signalPercent\": 101}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"signalPercent\": 1.5}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"oneTapPercent\": \"40\"}",
                "{\"name\": \"Door\", \"readerId\": \"A\", \"unknown\": 1}",
                "[]",
                "7"
            })
    @Requirement("RDR-14")
    void whatTheSchemaRefusesIsRefused(String reader) throws IOException {
        String text = file(reader);
        Found found = read(text);

        assertTrue(schema().check(JSON.readTree(text)).isPresent());
        assertEquals(List.of(), found.entries);
        assertFalse(found.problems.isEmpty());
        assertTrue(found.problems.stream().allMatch(problem -> problem.startsWith("2: ")), found.problems.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"readers\": [], \"format\": \"lintel-readers\", \"version\": 1}",
                "{\"format\": \"other\", \"version\": 1, \"readers\": []}",
                "{\"format\": \"lintel-readers\", \"version\": 2, \"readers\": []}",
                "{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": {}}",
                "{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": [], \"more\": 1}",
                "{\"format\": \"lintel-readers\", \"version\": 1, \"version\": 1, \"readers\": []}",
                "{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": []} 7",
                "{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": [",
                "{\"format\": [[[[[[[[[[]]]]]]]]]]}"
            })
    void whatIsNoFileOfReadersIsAProblem(String text) throws IOException {
        assertFalse(read(text).problems.isEmpty());
    }

    @Test
    void goodReadersBesideABadOneAreFound() throws IOException {
        Found found = read(file("{\"name\": \"One\", \"readerId\": \"A\"},\n{\"name\": 1, \"x\": [[]]},\n"
                + "{\"name\": \"Two\", \"mac\": \"00-1e-c0-25-ea-74\"}"));

        assertEquals(
                List.of("One", "Two"),
                found.entries.stream().map(ReaderEntry::name).toList());
        assertEquals(2, found.problems.size());
        assertTrue(found.problems.stream().allMatch(problem -> problem.startsWith("3: ")));
    }

    /** A file that ends anywhere is a problem, never a failure and never a shorter file. */
    @Test
    void everyTruncationIsAProblem() throws IOException {
        String text = write(List.of(ReaderEntry.of(
                ReaderDetails.named("Door").withReaderId("A").withMac(MacAddress.parse("001ec025ea74")),
                Optional.of(Bytes.ofHex("ab".repeat(32))))));
        String json = text.strip();
        for (int length = 0; length < json.length(); length++) {
            assertFalse(read(json.substring(0, length)).problems.isEmpty(), "cut at " + length);
        }
    }

    @Provide
    Arbitrary<List<ReaderEntry>> readers() {
        Arbitrary<String> ids =
                Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(32);
        Arbitrary<MacAddress> macs =
                Arbitraries.strings().withChars("0123456789ABCDEF").ofLength(12).map(MacAddress::parse);
        Arbitrary<Set<Integer>> groups =
                Arbitraries.integers().between(1, 16383).set().ofMinSize(1).ofMaxSize(8);
        Arbitrary<ReaderDetails> details = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(64),
                        ids,
                        macs.optional(),
                        groups,
                        Arbitraries.of(Technology.class),
                        Arbitraries.of(Switch.class),
                        Arbitraries.of(Switch.class),
                        Arbitraries.integers().between(0, 100))
                .as((name, id, mac, in, technology, fromApp, oneTap, percent) -> new ReaderDetails(
                        name, Optional.of(id), mac, in, technology, fromApp, oneTap, percent, 100 - percent));
        Arbitrary<Optional<Bytes>> fingerprints = Arbitraries.bytes()
                .array(byte[].class)
                .ofSize(32)
                .map(Bytes::copyOf)
                .optional();
        return Combinators.combine(details, fingerprints)
                .as(ReaderEntry::of)
                .list()
                .ofMaxSize(5);
    }

    private static SchemaCheck schema() throws IOException {
        return new SchemaCheck(
                JSON.readTree(Path.of("../spec/readers.schema.json").toFile()));
    }

    private static String file(String readers) {
        return "{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": [\n" + readers + "]}";
    }

    private static String write(List<ReaderEntry> readers) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReaderFile.Writer file = new ReaderFile.Writer(out)) {
            for (ReaderEntry reader : readers) {
                file.add(reader);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Found read(String text) throws IOException {
        Found found = new Found();
        ReaderFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), found);
        return found;
    }
}
