package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequirementReportTest {

    @TempDir
    private Path repository;

    @BeforeEach
    void mapEverythingAsAGap() throws IOException {
        map();
    }

    @Test
    void aTestedRequirementNeedsAPassingTestAndNoneThatFails() throws IOException {
        map("CRD-01 | TESTED", "CRD-02 | TESTED", "CRD-03 | TESTED", "CRD-04 | TESTED");
        tally(
                "a",
                Map.of(
                        new Claim("CRD-01", "a.One#holds"), new Tally(1, 0, 2),
                        new Claim("CRD-02", "a.One#holds"), new Tally(1, 0, 0),
                        new Claim("CRD-03", "a.One#holds"), new Tally(0, 0, 1)));
        tally("b", Map.of(new Claim("CRD-02", "b.Two#breaks"), new Tally(0, 1, 0)));

        List<String> problems = report().problems();

        assertEquals(3, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("CRD-02 is TESTED"), problems::toString);
        assertTrue(problems.get(1).startsWith("CRD-03 is TESTED"), problems::toString);
        assertTrue(problems.get(2).startsWith("CRD-04 is TESTED, but no test"), problems::toString);
    }

    @Test
    void whatIsWrongWithThePageIsWrongWithTheReport() throws IOException {
        map("CRD-01 | SCREEN");
        assertEquals(1, report().problems().size());
    }

    @Test
    void aTestOfARequirementThatDoesNotExistFailsTheBuild() throws IOException {
        tally("a", Map.of(new Claim("XYZ-01", "a.One#holds"), new Tally(1, 0, 0)));
        assertEquals(
                List.of("XYZ-01 is not the id of a requirement, but [a.One#holds] carry it."), report().problems());
    }

    @Test
    void aDamagedTallyIsNotReadAsNone() throws IOException {
        Path file = repository.resolve("a/target/requirements/1").resolve(TallyFile.NAME);
        tally("a", Map.of());
        Files.writeString(file, "CRD-01 a.One#holds");
        assertThrows(IOException.class, () -> report());
        Files.writeString(file, "CRD-01 a.One#holds 1 2");
        assertThrows(IllegalArgumentException.class, () -> report());
    }

    @Test
    void writesBothFilesBeforeItFailsTheBuild() throws IOException {
        map("CRD-01 | TESTED");
        String[] arguments = {repository.toString()};
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> RequirementReport.main(arguments));
        assertTrue(failure.getMessage().contains("CRD-01"), failure::getMessage);
        assertTrue(Files.exists(repository.resolve("target/requirements.json")));
        assertTrue(Files.exists(repository.resolve("target/requirements.html")));
    }

    @Test
    void theSummaryCountsByStateAndGroup() throws IOException {
        map("CRD-01 | TESTED", "CRD-02 | LATER");
        tally("a", Map.of(new Claim("CRD-02", "a.One#holds"), new Tally(1, 0, 0)));
        String summary = RequirementSummary.of(report().rows());
        assertTrue(summary.startsWith("Requirements: 1 TESTED, 1 LATER, 298 GAP of 300."), summary);
        assertTrue(summary.contains("CRD 36: 1 TESTED, 1 LATER, 34 GAP"), summary);
    }

    @Test
    void theJsonNamesEachTestWithItsOutcome() throws IOException {
        map("CRD-01 | TESTED");
        tally("a", Map.of(new Claim("CRD-01", "a.One#holds"), new Tally(2, 0, 1)));
        String json = RequirementJson.of(report().rows());
        assertTrue(
                json.contains("{\"id\": \"CRD-01\", \"state\": \"TESTED\", \"title\": \"Title & \\\"more\\\" \\u010d\","
                        + " \"note\": \"Decided\", \"tests\": [{\"test\": \"a.One#holds\", \"outcome\": \"PASSED\","
                        + " \"passed\": 2, \"failed\": 0, \"skipped\": 1}]}"),
                json);
    }

    @Test
    void thePageEscapesWhatItShowsAndOffersEachState() throws IOException {
        map("CRD-01 | TESTED");
        tally("a", Map.of(new Claim("CRD-01", "a.One<T>#holds"), new Tally(0, 1, 0)));
        String html = RequirementHtml.of(report().rows());
        assertTrue(html.contains("Title &amp; &quot;more&quot;"), html);
        assertTrue(html.contains("<code>a.One&lt;T&gt;#holds</code> <span class=\"failed\">failed</span>"), html);
        assertTrue(html.contains("value=\"gap\"> GAP (299)"), html);
        assertFalse(html.contains("http"), "needs nothing from elsewhere");
    }

    private RequirementReport report() throws IOException {
        return RequirementReport.of(repository);
    }

    /** Writes a page on which all are gaps but these. */
    private void map(String... others) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String id : RequirementIds.all()) {
            String cells = id + " | GAP";
            for (String other : others) {
                cells = other.startsWith(id) ? other : cells;
            }
            lines.add("| " + cells + " | Title & \"more\" \u010d | Decided |");
        }
        Path page = repository.resolve(RequirementMap.PATH);
        Files.createDirectories(page.getParent());
        Files.write(page, lines);
    }

    private void tally(String module, Map<Claim, Tally> tallies) {
        TallyFile.write(repository.resolve(module).resolve("target/requirements/1"), tallies);
    }
}
