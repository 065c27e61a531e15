package io.lintel.sdk.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.sdk.profile.StatisticsRules;
import io.lintel.sdk.statistics.Sharing.Position;
import io.lintel.testing.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotTest {

    private static final Instant BEFORE_NOON = Instant.parse("2026-11-20T11:59:59Z");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    @Requirement({"STA-03", "STA-05", "STA-10"})
    void slotIsHalfADay() {
        assertEquals(Instant.parse("2026-11-20T00:00:00Z"), Slot.of(BEFORE_NOON).start());
        assertEquals(NOON, Slot.of(BEFORE_NOON).next().start());
        assertNotEquals(Slot.of(BEFORE_NOON), Slot.of(NOON));
        assertEquals(LocalDate.parse("2026-11-20"), Slot.of(NOON).date());
        assertEquals(
                LocalDate.parse("2026-11-19"), Slot.of(BEFORE_NOON).previous().date());
    }

    @Test
    @Requirement("STA-19")
    void switchThatStaysKeepsItsTime() {
        Sharing on = Sharing.initially(new StatisticsRules(false, false, 5), BEFORE_NOON)
                .turned(Position.ON, Position.OFF, NOON);

        assertEquals(NOON, on.statistics().since());
        assertEquals(BEFORE_NOON, on.crashReports().since());
        assertEquals(on, on.turned(Position.ON, Position.OFF, NOON.plusSeconds(60)));
        Instant off = NOON.plusSeconds(60);
        assertEquals(
                off.plus(Duration.ofHours(24)),
                on.turned(Position.OFF, Position.OFF, off).statistics().effectiveBy());
    }

    @Test
    void readerReportsWhatReadersCountAndNothingElse() {
        assertThrows(IllegalArgumentException.class, () -> new ReaderReport(Map.of(Counter.APP_TRIGGERS, 1L)));
        assertThrows(IllegalArgumentException.class, () -> new ReaderReport(Map.of(Counter.READER_TRIGGERS, -1L)));
    }
}
