package io.lintel.sdk.command.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Requirement("ACT-19")
class RedemptionLimitTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final RedemptionLimit limit = new RedemptionLimit();

    @Test
    void sourceWaitsAfterItsFailuresAndOthersDoNot() {
        for (int i = 0; i < RedemptionLimit.MAX_FAILURES; i++) {
            assertEquals(Optional.empty(), limit.waitOf("a", START));
            limit.failed("a", START);
        }

        assertEquals(Optional.of(Duration.ofSeconds(60)), limit.waitOf("a", START));
        assertEquals(Optional.of(Duration.ofSeconds(20)), limit.waitOf("a", START.plusSeconds(40)));
        assertEquals(Optional.empty(), limit.waitOf("b", START));
        assertEquals(Optional.empty(), limit.waitOf("a", START.plusSeconds(60)));
    }

    @Test
    void callersWithoutASourceShareALargerAllowance() {
        for (int i = 0; i < RedemptionLimit.MAX_SHARED_FAILURES; i++) {
            assertEquals(Optional.empty(), limit.waitOf("", START));
            limit.failed("", START);
        }

        assertEquals(Optional.of(Duration.ofMinutes(1)), limit.waitOf("", START));
    }

    @Test
    void oldFailuresDoNotCount() {
        for (int i = 0; i < RedemptionLimit.MAX_FAILURES - 1; i++) {
            limit.failed("a", START);
        }
        limit.failed("a", START.plus(RedemptionLimit.WINDOW));

        assertEquals(Optional.empty(), limit.waitOf("a", START.plus(RedemptionLimit.WINDOW)));
    }

    @Test
    void manySourcesDoNotGrowItWithoutBound() {
        for (int i = 0; i < RedemptionLimit.MAX_FAILURES; i++) {
            limit.failed("first", START);
        }
        for (int i = 0; i < 10_000; i++) {
            limit.failed("source " + i, START);
        }

        assertEquals(Optional.empty(), limit.waitOf("first", START));
    }
}
