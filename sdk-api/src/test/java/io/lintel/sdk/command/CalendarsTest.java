package io.lintel.sdk.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.testing.Requirement;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {

    @ParameterizedTest
    @CsvSource({
        "2021-03-07T21:24:00Z, P1M, 2021-04-07T21:24:00Z",
        "2021-02-16T15:40:59Z, P1M, 2021-03-16T15:40:59Z",
        "2021-01-31T00:00:00Z, P1M, 2021-02-28T00:00:00Z",
        "2024-01-31T23:59:59Z, P1M, 2024-02-29T23:59:59Z",
        "2026-11-20T10:15:00Z, P7D, 2026-11-27T10:15:00Z"
    })
    @Requirement("ACT-06")
    void periodIsCountedByTheCalendar(Instant start, Period period, Instant end) {
        assertEquals(end, Calendars.plus(start, period));
    }

    @Test
    void nothingEndsAfterTheLastTimeThatAStatementCanName() {
        assertEquals(Calendars.END_OF_TIME, Calendars.plus(Instant.parse("2100-01-01T00:00:00Z"), Period.ofYears(20)));
    }
}
