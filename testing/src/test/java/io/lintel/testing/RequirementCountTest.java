package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequirementCountTest {

    @TempDir
    private Path repository;

    @Test
    void knowsTheThreeHundredRequirements() {
        assertEquals(300, RequirementIds.titles().size());
    }

    @Test
    void aRequirementIsMetWhereATestPassesAndNoneFails() throws IOException {
        write("a", Map.of("CRD-01", new Tally(1, 0, 0), "CRD-02", new Tally(3, 0, 1), "CRD-03", new Tally(0, 0, 1)));
        write("b", Map.of("CRD-01", new Tally(0, 1, 0), "ACC-01", new Tally(2, 0, 0)));

        String report = RequirementCount.of(repository).report();

        assertTrue(
                report.startsWith("Requirements: 2 of 300 have a passing test and none that fails"
                        + " (1 fail, 1 only skipped; tests of 2 modules)."),
                report);
        assertTrue(report.contains("ACC 1/"), report);
        assertTrue(report.contains("CRD 1/"), report);
    }

    @Test
    void withoutTalliesNothingIsMet() throws IOException {
        assertTrue(RequirementCount.of(repository).report().startsWith("Requirements: 0 of 300"));
    }

    @Test
    void aDamagedTallyIsNotReadAsNone() throws IOException {
        Path file = write("a", Map.of()).resolve(TallyFile.NAME);
        Files.writeString(file, "CRD-01");
        assertThrows(IOException.class, () -> RequirementCount.of(repository));
        Files.writeString(file, "CRD-01 1 2");
        assertThrows(IllegalArgumentException.class, () -> RequirementCount.of(repository));
    }

    private Path write(String module, Map<String, Tally> tallies) {
        Path directory = repository.resolve(module).resolve("target/requirements");
        TallyFile.write(directory, tallies);
        return directory;
    }
}
