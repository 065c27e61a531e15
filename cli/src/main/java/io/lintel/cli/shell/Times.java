package io.lintel.cli.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read and write them, in UTC; programs get ISO 8601. */
public final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    /** The minute, without its zone: the heading has to name it. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }

    /** Reads a day, which means its first instant, or an instant. */
    public static Instant first(String text) {
        return parse(text, 0);
    }

    /** Reads a day, which means all of it, or an instant: the first instant that is too late. */
    public static Instant end(String text) {
        return parse(text, 1);
    }

    private static Instant parse(String text, int daysLater) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            throw CommandFailure.usage(
                    "cli.bad-time",
                    "\"" + text + "\" is no day and no instant. Write 2026-12-01 or 2026-12-01T08:00:00Z.");
        }
    }
}
