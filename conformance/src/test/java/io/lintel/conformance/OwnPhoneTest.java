package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our own phone passes every case. */
@Tag("long")
class OwnPhoneTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void passesEveryCase(Suite suite) throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(suite)) {
            ConformanceReport report = new OwnPhone(site.material()).tried(id -> true);
            assertEquals(List.of(), report.failures());
            assertTrue(report.isConformant());
            assertEquals(PhoneConformance.ids().size(), report.count(Outcome.PASSED));
        }
    }

    @Test
    void everyCaseHasANameOfItsOwn() {
        List<String> ids = PhoneConformance.ids();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }
}
