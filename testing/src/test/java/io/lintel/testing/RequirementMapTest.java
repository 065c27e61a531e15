package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequirementMapTest {

    @Test
    void knowsTheThreeHundredRequirements() {
        assertEquals(300, RequirementIds.all().size());
        assertTrue(RequirementIds.isKnown("ACC-41"));
        assertTrue(!RequirementIds.isKnown("ACC-42"));
        assertTrue(!RequirementIds.isKnown("ACC-1"));
    }

    @Test
    void thePageOfThisRepositoryIsWhole() throws IOException {
        assertEquals(List.of(), RequirementMap.read(Repository.root()).problems());
    }

    @Test
    void readsIdStateRequirementAndNote() {
        assertEquals(
                new MappedRequirement("CRD-24", "GAP", "No credits", "Costs nothing"),
                map("CRD-24", "| CRD-24 | GAP | No credits | Costs nothing |")
                        .rows()
                        .get("CRD-24"));
    }

    @Test
    void aRequirementWithoutALineIsAProblem() {
        List<String> lines = complete();
        lines.removeIf(line -> line.startsWith("| REV-09 "));
        assertProblem("REV-09 has no line", RequirementMap.parse(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "REV-09; | REV-09 |  | No state | |; no state",
                "REV-09; | REV-09 | DONE | No such state | |; no state",
                "REV-09; | REV-09 | TESTED | Three cells |; four cells",
                "REV-09; | REV-09 | TESTED | A | bar | more |; four cells",
                "REV-09; | REV-09 | GAP | No decision | |; decided",
                "REV-09; | REV-09 | LATER | No topic | |; brings it",
                "REV-09; | REV-09 | SCREEN | No screen | |; user interface",
                "ACC-08; | ACC-08 | SCREEN | No screen | |; user interface",
            })
    void aLineThatSaysTooLittleIsAProblem(String id, String line, String problem) {
        assertProblem(problem, map(id, line));
    }

    @ParameterizedTest
    @CsvSource({"ACC-07", "ACC-10", "LNG-02", "UIX-01", "UIX-14"})
    void someMayBelongToAUserInterface(String id) {
        assertEquals(List.of(), map(id, "| " + id + " | SCREEN | Shown | |").problems());
    }

    @Test
    void anUnknownIdAndASecondLineAreProblems() {
        assertProblem("XYZ-01 is not the id", map("CRD-01", "| CRD-01 | TESTED | a | |\n| XYZ-01 | TESTED | b | |"));
        assertProblem("CRD-01 has two lines", map("CRD-01", "| CRD-01 | TESTED | a | |\n| CRD-01 | TESTED | b | |"));
    }

    private static void assertProblem(String expected, RequirementMap map) {
        assertTrue(map.problems().stream().anyMatch(each -> each.contains(expected)), map.problems()::toString);
    }

    /** A page on which all is well, but for the line of one id, which is another. */
    private static RequirementMap map(String id, String line) {
        List<String> lines = complete();
        lines.removeIf(each -> each.startsWith("| " + id + " "));
        lines.addAll(List.of(line.split("\n", -1)));
        return RequirementMap.parse(lines);
    }

    private static List<String> complete() {
        List<String> lines = new ArrayList<>(
                List.of("# Page", "", "Text.", "| Id | State | Requirement | Note |", "|---|---|---|---|"));
        RequirementIds.all().forEach(id -> lines.add("| " + id + " | TESTED | Something | |"));
        return lines;
    }
}
