package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReportTest {
    private static final String PAGE =
            "One such as `[TAP-1-1]` is an example. [TAP-5.3-2] It does. [TAP-5.3-10] It must. [LINK-1-1] It may.\n";

    @Test
    void thisRepositoryNamesNoNumberThatDoesNotExist() throws IOException {
        SpecReport report = SpecReport.of(Repository.root());
        assertEquals(List.of(), report.problems());
        assertTrue(report.open().size()
                < SpecNumbers.read(Repository.root()).pages().size());
    }

    @Test
    void tellsInOrderWhatNobodyNames() {
        SpecReport report = SpecReport.of(SpecNumbers.of("page.md", PAGE), SpecClaims.none(), Set.of("TAP-5.3-2"));
        assertEquals(List.of("LINK-1-1", "TAP-5.3-10"), report.open());
        assertEquals(List.of(), report.problems());
    }

    @Test
    void findsNumbersThatStandTwice() {
        assertEquals(
                1,
                SpecNumbers.of("page.md", PAGE + "[LINK-1-1] Again.").problems().size());
    }

    @Test
    void findsNamesWithoutASentence() {
        SpecClaims claims = SpecClaims.none();
        claims.tests().put("TAP-1-1", Set.of("SomeTest"));
        claims.tests().put("TAP-5.3-2", Set.of("SomeTest"));
        SpecReport report = SpecReport.of(SpecNumbers.of("page.md", PAGE), claims, Set.of("TAP-9-9", "TAP-5.3-2"));
        assertEquals(3, report.problems().size());
    }

    @Test
    void tellsCasesOfTheKitFromChecksWithinThemAndFromComments() {
        SpecClaims claims = SpecClaims.none();
        claims.addKit("SomeCases", """
                /** Says "TAP-1-1" in a comment. */
                new Trial<>("reader.some.case", "TAP-5.3-2", "something", bench -> {
                    tap.expect("TAP-5.3-10", 1); // "TAP-1-2"
                })
                """);
        assertEquals(Set.of("TAP-5.3-2"), claims.cases().keySet());
        assertEquals(Set.of("TAP-5.3-2", "TAP-5.3-10"), claims.numbers());
        SpecReport report = SpecReport.of(SpecNumbers.of("page.md", PAGE), claims, Set.of());
        assertEquals(List.of("LINK-1-1"), report.open());
        assertTrue(report.summary().contains("1 more by cases of the conformance kit, 1 by checks within"));
    }

    @Test
    void tellsTestsThatDidNotRun(@TempDir Path module) throws IOException {
        assertTrue(TestRuns.of(module).ran("SomeTest"), "nothing is known");
        Path reports = Files.createDirectories(module.resolve("target/surefire-reports"));
        suite(reports, "SomeTest", 3, 1);
        suite(reports, "SkippedTest", 2, 2);
        TestRuns runs = TestRuns.of(module);
        assertTrue(runs.ran("SomeTest"));
        assertFalse(runs.ran("SkippedTest"));
        assertFalse(runs.ran("OtherTest"));

        SpecClaims claims = SpecClaims.none();
        claims.tests().put("TAP-5.3-2", Set.of("SkippedTest"));
        claims.idle().put("TAP-5.3-2", Set.of("SkippedTest"));
        SpecReport report = SpecReport.of(SpecNumbers.of("page.md", PAGE), claims, Set.of());
        assertTrue(report.summary().contains("1 only by tests that did not run"), report.summary());
    }

    private static void suite(Path reports, String name, int tests, int skipped) throws IOException {
        Files.writeString(
                reports.resolve("TEST-org.example." + name + ".xml"),
                "<?xml version=\"1.0\"?>\n<testsuite name=\"org.example." + name + "\" time=\"0.1\" tests=\"" + tests
                        + "\" errors=\"0\" skipped=\"" + skipped + "\" failures=\"0\">\n</testsuite>\n");
    }
}
