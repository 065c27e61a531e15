package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        SpecReport report = SpecReport.of(SpecNumbers.of("page.md", PAGE), Map.of(), Set.of("TAP-5.3-2"));
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
        Map<String, Set<String>> claims = Map.of("TAP-1-1", Set.of("SomeTest"), "TAP-5.3-2", Set.of("SomeTest"));
        SpecReport report = SpecReport.of(SpecNumbers.of("page.md", PAGE), claims, Set.of("TAP-9-9", "TAP-5.3-2"));
        assertEquals(3, report.problems().size());
    }
}
