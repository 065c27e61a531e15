package io.lintel.cli.shell;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them in a table, in UTC; programs get ISO 8601. */
public final class Times {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Times() {}

    /** The minute, without its zone: the heading has to name it. */
    public static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
