package io.lintel.cli.credential;

import io.lintel.cli.shell.Times;
import java.time.Instant;
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
        return Optional.ofNullable(from).map(Times::first);
    }

    /** The first instant that is no longer valid, where there is one. */
    Optional<Instant> until() {
        return Optional.ofNullable(until).map(Times::end);
    }
}
