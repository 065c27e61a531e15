package io.lintel.cli.credential;

import io.lintel.cli.shell.CommandFailure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say when a credential is valid. A day means all of it, in UTC. */
final class Validity {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Valid from this day or instant on (2026-12-01 or 2026-12-01T08:00:00Z). Default: today.")
    private @Nullable String from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Valid through this day, or before this instant. Default: unlimited.")
    private @Nullable String until;

    /** The first instant, where one is given. */
    Optional<Instant> from() {
        return Optional.ofNullable(from).map(text -> instant(text, 0));
    }

    /** The first instant that is no longer valid, where there is one. */
    Optional<Instant> until() {
        return Optional.ofNullable(until).map(text -> instant(text, 1));
    }

    private static Instant instant(String text, int daysLater) {
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
