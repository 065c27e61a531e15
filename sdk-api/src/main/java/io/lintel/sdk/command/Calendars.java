package io.lintel.sdk.command;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Calendar arithmetic on instants, in UTC ({@code C-03}, {@code C-04}). */
public final class Calendars {

    /** The last second that a statement can name: its times are 32 bits. */
    public static final Instant END_OF_TIME = Instant.ofEpochSecond(0xffff_ffffL);

    private Calendars() {}

    /** One month after 31 January is the last day of February. Never later than {@link #END_OF_TIME}. */
    public static Instant plus(Instant start, Period period) {
        return earlier(start.atOffset(ZoneOffset.UTC).plus(period).toInstant(), END_OF_TIME);
    }

    public static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public static Instant startOfDay(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS);
    }
}
