package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ElapsedTest {
    private static final int NANOS = 999_999_999;

    /** As the platform's arithmetic says, around each limit. */
    @Property
    void isWithinAsLongAsLessHasPassed(
            @ForAll @LongRange(min = -3, max = 3) long second,
            @ForAll @IntRange(max = NANOS) int nano,
            @ForAll @LongRange(min = -3, max = 3) long nowSecond,
            @ForAll @IntRange(max = NANOS) int nowNano,
            @ForAll @LongRange(max = 3) long limitSecond,
            @ForAll @IntRange(max = NANOS) int limitNano) {
        Instant since = Instant.ofEpochSecond(second, nano);
        Instant now = Instant.ofEpochSecond(nowSecond, nowNano);
        Duration limit = Duration.ofSeconds(limitSecond, limitNano);
        Duration elapsed = Duration.between(since, now);

        assertEquals(!elapsed.isNegative() && elapsed.compareTo(limit) < 0, Elapsed.isWithin(limit, since, now));
    }

    @Test
    void noInstantIsTooFarAway() {
        Duration day = Duration.ofDays(1);
        assertFalse(Elapsed.isWithin(day, Instant.MIN, Instant.MAX));
        assertFalse(Elapsed.isWithin(day, Instant.MAX, Instant.MIN));
        assertTrue(Elapsed.isWithin(Duration.ofSeconds(Long.MAX_VALUE), Instant.MIN, Instant.MAX));
    }
}
