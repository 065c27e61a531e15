package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
            ConformanceReport report = new OwnPhone(site.material()).tried(Duration.ofSeconds(2), id -> true);
            assertEquals(List.of(), report.failures());
            assertTrue(report.isConformant());
            assertEquals(idsOverTcp() + 1, report.results().size());
            assertEquals(untried(suite), skipped(report));
        }
    }

    /** How many cases there are over TCP. */
    static long idsOverTcp() {
        return PhoneConformance.ids().stream()
                .filter(id -> !id.startsWith("phone.gatt."))
                .count();
    }

    @Test
    void passesAgainWhoRemembersTheNoncesOfTheFirstRun() throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            assertPassed(new OwnPhone(site.material()).tried(2, Duration.ZERO, OwnPhoneTest::isQuick));
        }
    }

    @Test
    void passesAgainWhoKeptTheRatchetOfTheFirstRunAndForgotItsNonces() throws IOException, InterruptedException {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            OwnPhone before = new OwnPhone(site.material());
            before.tried(Duration.ZERO, "phone.cold.whole"::equals);
            OwnPhone restarted = new OwnPhone(site.material());
            restarted.store = before.store;
            assertPassed(restarted.tried(1, Duration.ZERO, "phone.cold.whole"::equals));
        }
    }

    private static boolean isQuick(String id) {
        return id.startsWith("phone.cold.") || id.startsWith("phone.fast.") || id.startsWith("phone.opener.");
    }

    private static void assertPassed(List<ConformanceReport> reports) {
        for (ConformanceReport report : reports) {
            assertEquals(List.of(), report.failures());
            assertEquals(report.results().size(), report.count(Outcome.PASSED));
        }
    }

    /** What a suite does not have, and so nobody can try. */
    static Set<String> untried(Suite suite) {
        return switch (suite) {
            case X25519 -> Set.of();
            case P256 -> Set.of("phone.cold.small-order", "phone.use-cold.small-order");
        };
    }

    static Set<String> skipped(ConformanceReport report) {
        return report.results().stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .map(CaseResult::id)
                .collect(Collectors.toSet());
    }

    @Test
    void everyCaseHasANameOfItsOwn() {
        List<String> ids = PhoneConformance.ids();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }
}
