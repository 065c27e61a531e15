package io.lintel.sdk.command.activation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how often one source may guess at activation codes ({@code ACT-19}). Thread-safe, bounded, in memory: a code has
 * about 119 bits, so this saves work and noise rather than secrecy, and a restart may forget it.
 */
public final class RedemptionLimit {

    /** Wrong codes that one source may send within {@link #WINDOW}. */
    public static final int MAX_FAILURES = 20;

    /** The same for all callers together whose source nobody tells: one of them shall not lock the others out so easily. */
    public static final int MAX_SHARED_FAILURES = 600;

    public static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_SOURCES = 10_000;

    private record Failures(Instant since, int count) {}

    private final Map<String, Failures> bySource = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    /** How long this source has to wait, if it has to. */
    public synchronized Optional<Duration> waitOf(String source, Instant now) {
        Failures failures = bySource.get(source);
        if (failures == null || failures.count() < allowance(source)) {
            return Optional.empty();
        }
        Duration left = Duration.between(now, failures.since().plus(WINDOW));
        if (left.isNegative() || left.isZero()) {
            bySource.remove(source);
            return Optional.empty();
        }
        return Optional.of(left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left);
    }

    private static int allowance(String source) {
        return source.isEmpty() ? MAX_SHARED_FAILURES : MAX_FAILURES;
    }

    /** Counts a wrong code. */
    public synchronized void failed(String source, Instant now) {
        Failures failures = bySource.get(source);
        Failures base =
                failures != null && now.isBefore(failures.since().plus(WINDOW)) ? failures : new Failures(now, 0);
        bySource.put(source, new Failures(base.since(), base.count() + 1));
    }
}
