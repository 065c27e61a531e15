package io.lintel.sdk.command.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.model.CustomerId;
import io.lintel.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfServiceLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");
    private static final CustomerId CUSTOMER = new CustomerId("00000000000000c1");
    private static final CustomerId OTHER = new CustomerId("00000000000000c2");

    private final SelfServiceLimit limit = new SelfServiceLimit();

    @Test
    @Requirement("ACT-19")
    void oneSourceIsLimitedAtOneProjectForOneWindow() {
        take(SelfServiceLimit.MAX_PER_SOURCE, "office");

        assertEquals(
                Optional.of(SelfServiceLimit.WINDOW.minusSeconds(60)),
                limit.take(CUSTOMER, "office", NOW.plusSeconds(60)));
        assertEquals(Optional.empty(), limit.take(CUSTOMER, "elsewhere", NOW));
        assertEquals(Optional.empty(), limit.take(OTHER, "office", NOW));
        assertEquals(Optional.empty(), limit.take(CUSTOMER, "office", NOW.plus(SelfServiceLimit.WINDOW)));
    }

    @Test
    void whoIsTurnedAwayIsNotCounted() {
        take(SelfServiceLimit.MAX_PER_SOURCE, "office");
        for (int i = 0; i < SelfServiceLimit.MAX_PER_PROJECT; i++) {
            assertTrue(limit.take(CUSTOMER, "office", NOW).isPresent());
        }

        assertEquals(Optional.empty(), limit.take(CUSTOMER, "elsewhere", NOW));
    }

    @Test
    @Requirement("ACT-19")
    void aProjectIsLimitedWhateverTheSources() {
        for (int i = 0; i < SelfServiceLimit.MAX_PER_PROJECT; i++) {
            assertEquals(Optional.empty(), limit.take(CUSTOMER, "source " + i, NOW));
        }

        assertEquals(Optional.of(SelfServiceLimit.WINDOW), limit.take(CUSTOMER, "one more", NOW));
        assertEquals(Optional.of(SelfServiceLimit.WINDOW), limit.take(CUSTOMER, "", NOW));
        assertEquals(Optional.empty(), limit.take(OTHER, "one more", NOW));
    }

    @Test
    void sourcesThatNobodyTellsShareTheProjectsBoundAlone() {
        take(SelfServiceLimit.MAX_PER_PROJECT, "");

        assertTrue(limit.take(CUSTOMER, "", NOW).isPresent());
    }

    @Test
    void theWaitIsNeverShorterThanASecond() {
        take(SelfServiceLimit.MAX_PER_SOURCE, "office");

        assertEquals(
                Optional.of(Duration.ofSeconds(1)),
                limit.take(CUSTOMER, "office", NOW.plus(SelfServiceLimit.WINDOW).minusMillis(1)));
    }

    private void take(int times, String source) {
        for (int i = 0; i < times; i++) {
            assertEquals(Optional.empty(), limit.take(CUSTOMER, source, NOW));
        }
    }
}
