package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReportTest {
    private static final String PAGE =
            "One such as `[TAP-1-1]` is an example. [TAP-5.3-2] It does. [TAP-5.3-10] It must. [LINK-1-1] It may.\n";

    @Test
    void thisRepositoryNamesEverySentenceAndNoNumberThatDoesNotExist() throws IOException {
        SpecReport report = SpecReport.of(Repository.root());
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), report.open());
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
        assertTrue(TestRuns.of(module).ran("SomeTest", "someMethod"), "nothing is known");
        Path reports = Files.createDirectories(module.resolve("target/surefire-reports"));
        Files.writeString(reports.resolve("TEST-org.example.SomeTest.xml"), """
                <?xml version="1.0"?>
                <testsuite name="org.example.SomeTest" tests="4" skipped="3">
                  <testcase name="itRuns(Suite)[1]" classname="org.example.SomeTest" time="0.1">
                    <skipped/>
                  </testcase>
                  <testcase name="itRuns(Suite)[2]" classname="org.example.SomeTest$Inner" time="0.1"/>
                  <testcase name="itIsLeftOut" classname="org.example.SomeTest" time="0.0">
                    <skipped message="not here"/>
                  </testcase>
                  <testcase name="" classname="org.example.LeftOutTest" time="0.0">
                    <skipped/>
                  </testcase>
                </testsuite>
                """);
        TestRuns runs = TestRuns.of(module);
        assertTrue(runs.ran("SomeTest"));
        assertFalse(runs.ran("LeftOutTest"));

        SpecClaims claims = SpecClaims.none();
        claims.addTest("SomeTest", """
                @Spec("LINK-1-1")
                class SomeTest {
                    @Spec({"TAP-5.3-2", "TAP-5.3-10"})
                    @CsvSource({"itIsLeftOut(", "(1)"})
                    void itRuns(Suite suite) {}

                    @Spec("TAP-5.3-10") // see itRuns()
                    @Method(source = ("x"))
                    <T> void itIsLeftOut() {}
                """, runs);
        assertEquals(Set.of("SomeTest.itRuns", "SomeTest.itIsLeftOut"), claims.of("TAP-5.3-10"));
        assertEquals(Set.of("SomeTest"), claims.of("LINK-1-1"));
        assertEquals(Map.of("TAP-5.3-10", Set.of("SomeTest.itIsLeftOut")), claims.idle());
        assertTrue(summary(claims).contains("0 only by tests that did not run"), "another test of it ran");

        claims.addTest("LeftOutTest", "@Spec(\"LINK-1-1\") void itWouldRun() {}", runs);
        assertTrue(summary(claims).contains("0 only by tests that did not run"));
        claims.tests().put("LINK-1-1", claims.idle().get("LINK-1-1"));
        assertTrue(summary(claims).contains("1 only by tests that did not run"), summary(claims));
    }

    private static String summary(SpecClaims claims) {
        return SpecReport.of(SpecNumbers.of("page.md", PAGE), claims, Set.of()).summary();
    }
}
