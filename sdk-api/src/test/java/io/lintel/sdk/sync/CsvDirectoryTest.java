package io.lintel.sdk.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvDirectoryTest {

    private static final String HEADER = "First name,Last name,E-mail,ID,Sync ID\n";

    /** What a reading hands out. */
    private static final class Found implements HostDirectory.Visitor {
        final List<HostPerson> people = new ArrayList<>();
        final List<Long> lines = new ArrayList<>();
        final List<String> problems = new ArrayList<>();

        @Override
        public void person(long line, HostPerson person) {
            people.add(person);
            lines.add(line);
        }

        @Override
        public void problem(long line, String what) {
            problems.add(line + ": " + what);
        }
    }

    @Test
    void peopleComeWithTheirLines() throws IOException {
        Found found = read(HEADER
                + "Ada,Byron,ada@example.org,17,a-1\r\n\r\n\"Jan \"\"Honza\"\"\",\"Novák, ml.\",jan@example.org,,\n");

        assertEquals(
                List.of(
                        person("Ada", "Byron", "ada@example.org", OptionalLong.of(17), Optional.of("a-1")),
                        person(
                                "Jan \"Honza\"",
                                "Novák, ml.",
                                "jan@example.org",
                                OptionalLong.empty(),
                                Optional.empty())),
                found.people);
        assertEquals(List.of(2L, 4L), found.lines);
        assertEquals(List.of(), found.problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First name;Last name;E-mail;ID\nAda;Byron;ada@example.org;17",
                "\uFEFFFirst name,Last name,E-mail,ID\r\nAda,Byron,ada@example.org,17\r\n",
                "ID,e-mail,LAST NAME,\"First name\"\n17,ada@example.org,Byron,Ada\n\n",
                "\n\nE-mail , ID,First name,Last name,Sync ID\n ada@example.org , 17 ,Ada,Byron,\n"
            })
    void separatorMarkOrderAndCaseAreFree(String text) throws IOException {
        Found found = read(text);

        assertEquals(List.of(), found.problems);
        assertEquals(
                List.of(person("Ada", "Byron", "ada@example.org", OptionalLong.of(17), Optional.empty())),
                found.people);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "First name,Last name,E-mail\n",
                "First name,Last name,E-mail,ID,ID\n",
                "First name,Last name,E-mail,ID,Phone\n",
                "First name\tLast name\tE-mail\tID\n"
            })
    void firstLineThatIsNotRightIsTheOneProblem(String text) throws IOException {
        Found found = read(text + "Ada,Byron,ada@example.org,17\n");

        assertEquals(List.of(), found.people);
        assertEquals(1, found.problems.size(), found.problems.toString());
    }

    @Test
    void everyBadLineIsNamedAndEveryGoodOneFound() throws IOException {
        Found found = read(HEADER
                + "Ada,Byron,ada@example.org,1,\n"
                + "Too,few,fields\n"
                + "Bo\"b,Quote,bob@example.org,2,\n"
                + "\"Cy\" x,After,cy@example.org,3,\n"
                + "Di,Letters,di@example.org,4a,\n"
                + "Ed,Long,ed@example.org,1234567890123456789,\n"
                + "\"Multi\nline\",Name,fay@example.org,5,\n"
                + "\"Never closed,Name,gus@example.org,6,\n"
                + "Hal,Good,hal@example.org,7,\n");

        assertEquals(
                List.of("ada@example.org", "fay@example.org", "hal@example.org"),
                found.people.stream().map(HostPerson::email).toList());
        assertEquals(List.of(2L, 8L, 11L), found.lines);
        assertEquals(
                List.of("3", "4", "5", "6", "7", "10"),
                found.problems.stream()
                        .map(problem -> problem.substring(0, problem.indexOf(':')))
                        .toList());
    }

    @Test
    void textThatIsNotUtf8IsAProblemOfItsLine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        out.write("Jan,Novák,jan@example.org,1,\n".getBytes(StandardCharsets.ISO_8859_1));
        out.write("Ada,Byron,ada@example.org,2,\n".getBytes(StandardCharsets.UTF_8));
        Found found = new Found();
        new CsvDirectory(() -> new ByteArrayInputStream(out.toByteArray())).read(found);

        assertEquals(1, found.problems.size());
        assertTrue(found.problems.get(0).startsWith("2: "));
        assertEquals(1, found.people.size());
    }

    @Test
    void lineIsBounded() throws IOException {
        Found found = read(HEADER + "x".repeat(100_000) + "\nAda,Byron,ada@example.org,2,\n");

        assertEquals(1, found.problems.size());
        assertEquals(1, found.people.size());
    }

    @Test
    void fileIsBounded() throws IOException {
        byte[] octets = new byte[100];
        try (InputStream within = new BoundedStream(new ByteArrayInputStream(octets), 100);
                InputStream beyond = new BoundedStream(new ByteArrayInputStream(octets), 99);
                InputStream oneByOne = new BoundedStream(new ByteArrayInputStream(octets), 0)) {
            assertEquals(100, within.readAllBytes().length);
            assertThrows(IOException.class, beyond::readAllBytes);
            assertThrows(IOException.class, oneByOne::read);
        }
    }

    @Property(tries = 500)
    void everyFieldThatIsQuotedComesBack(@ForAll("texts") List<String> names) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String name : names) {
            text.append(quoted(name)).append(",x,a@example.org,1,\n");
        }
        Found found = read(text.toString());

        assertEquals(List.of(), found.problems);
        assertEquals(
                names.stream().map(String::strip).toList(),
                found.people.stream().map(HostPerson::givenName).toList());
    }

    /** Whatever the octets are, a reading ends, and each line is a person or a problem. */
    @Property(tries = 1000)
    void anyTextIsReadToItsEnd(@ForAll("anything") String text) throws IOException {
        Found found = read(HEADER + text);

        assertTrue(found.people.size() + found.problems.size() <= 1 + text.length());
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("aé,;\"\n\r x")
                .ofMaxLength(10)
                .list()
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> anything() {
        return Combinators.combine(
                        Arbitraries.strings().withChars("a,;\"\n\r").ofMaxLength(60),
                        Arbitraries.strings().ofMaxLength(10))
                .as(String::concat);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static HostPerson person(
            String given, String family, String email, OptionalLong number, Optional<String> syncId) {
        return new HostPerson(given, family, email, number, syncId);
    }

    private static Found read(String text) throws IOException {
        Found found = new Found();
        new CsvDirectory(ImportFile.of(text)).read(found);
        return found;
    }
}
