package io.lintel.sdk.command.activation;

import io.lintel.sdk.model.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many new credentials a project's code gives, to one source and in all: everybody may have the code, and each new
 * key costs a number for good. Thread-safe, bounded, in memory; a restart forgets it.
 */
public final class SelfServiceLimit {

    /** New credentials of one project for one source within {@link #WINDOW}: a company's phones behind one address. */
    public static final int MAX_PER_SOURCE = 120;

    /** New credentials of one project within {@link #WINDOW}. */
    public static final int MAX_PER_PROJECT = 3_000;

    public static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MAX_ENTRIES = 10_000;

    private record Given(Instant since, int count) {}

    private record SourceOfProject(CustomerId customer, String source) {}

    private final Map<SourceOfProject, Given> bySource = bounded();
    private final Map<CustomerId, Given> byProject = bounded();

    /**
     * Counts one new credential, if there may be one.
     *
     * @param source where the phone is; empty where nobody knows, which the project's bound alone limits
     * @return how long to wait, where there may be none now
     */
    public synchronized Optional<Duration> take(CustomerId customer, String source, Instant now) {
        Given inAll = current(byProject.get(customer), now);
        if (inAll.count() >= MAX_PER_PROJECT) {
            return Optional.of(left(inAll, now));
        }
        if (!source.isEmpty()) {
            SourceOfProject key = new SourceOfProject(customer, source);
            Given ofSource = current(bySource.get(key), now);
            if (ofSource.count() >= MAX_PER_SOURCE) {
                return Optional.of(left(ofSource, now));
            }
            bySource.put(key, new Given(ofSource.since(), ofSource.count() + 1));
        }
        byProject.put(customer, new Given(inAll.since(), inAll.count() + 1));
        return Optional.empty();
    }

    private static Given current(@Nullable Given given, Instant now) {
        return given != null && now.isBefore(given.since().plus(WINDOW)) ? given : new Given(now, 0);
    }

    private static Duration left(Given given, Instant now) {
        Duration left = Duration.between(now, given.since().plus(WINDOW));
        return left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left;
    }

    private static <K> Map<K, Given> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Given> eldest) {
                return size() > MAX_ENTRIES;
            }
        };
    }
}
