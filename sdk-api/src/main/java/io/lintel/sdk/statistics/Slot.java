package io.lintel.sdk.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Half a day, UTC: midnight to noon or noon to midnight. Reports leave when one begins ({@code STA-05}, {@code STA-10}).
 *
 * @param number half days since 1970
 */
public record Slot(long number) {

    /** How long a slot lasts. */
    public static final Duration LENGTH = Duration.ofHours(12);

    /** The slot that an instant lies in. */
    public static Slot of(Instant instant) {
        return new Slot(Math.floorDiv(instant.getEpochSecond(), LENGTH.toSeconds()));
    }

    /** When it begins. */
    public Instant start() {
        return Instant.ofEpochSecond(Math.multiplyExact(number, LENGTH.toSeconds()));
    }

    /** The one after it. */
    public Slot next() {
        return new Slot(number + 1);
    }

    /** The one before it. */
    public Slot previous() {
        return new Slot(number - 1);
    }

    /** The day that it belongs to. */
    public LocalDate date() {
        return start().atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
