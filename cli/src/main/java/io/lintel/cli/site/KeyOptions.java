package io.lintel.cli.site;

import io.lintel.cli.shell.Times;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.organisation.KeyEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of what a site's mobile keys have in common; what is not given stays as it is. */
final class KeyOptions {
    private static final String UNLIMITED = "unlimited";

    @Option(names = "--key-name", paramLabel = "NAME", description = "What phones show for the site.")
    private @Nullable String keyName;

    @Option(names = "--prefix", paramLabel = "DIGITS", description = "Stands in front of automatic access numbers.")
    private @Nullable String prefix;

    @Option(
            names = "--default-until",
            paramLabel = "TIME",
            description = "New keys end with this day, or before this instant; or " + UNLIMITED + ".")
    private @Nullable String until;

    @Option(
            names = "--modes",
            paramLabel = "MODE",
            split = ",",
            description = "The modes that are on for all readers: ${COMPLETION-CANDIDATES}. LIST always is.")
    private @Nullable Set<Trigger> modes;

    boolean areGiven() {
        return keyName != null || prefix != null || until != null || modes != null;
    }

    KeyEntry over(KeyEntry known) {
        return new KeyEntry(
                keyName == null ? known.keyName() : keyName,
                prefix == null ? known.prefix() : prefix,
                until == null ? known.defaultValidUntil() : end(until),
                modes == null ? known.identification() : modes);
    }

    private static Optional<Instant> end(String text) {
        return text.equals(UNLIMITED) ? Optional.empty() : Optional.of(Times.end(text));
    }
}
