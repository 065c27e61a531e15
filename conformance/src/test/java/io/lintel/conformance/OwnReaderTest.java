package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own reader passes every case. */
class OwnReaderTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void passesEveryCase(Suite suite) {
        try (OwnReader reader = OwnReader.start(suite)) {
            List<CaseResult> told = new ArrayList<>();
            ConformanceReport report = new ReaderConformance(
                            reader.material(),
                            reader.address(),
                            OwnReader.PATIENT,
                            7,
                            Duration.ofSeconds(2),
                            id -> true)
                    .run(told::add);
            assertEquals(List.of(), report.failures());
            assertTrue(report.isConformant());
            assertEquals(report.results(), told);
            assertEquals(ReaderConformance.ids().size() + 1, report.results().size());
        }
    }

    @Test
    void everyCaseHasANameOfItsOwn() {
        List<String> ids = ReaderConformance.ids();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }
}
