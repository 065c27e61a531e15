package io.lintel.sdk.command;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds what one source can make the manager compute: each request takes a token before anything is decrypted, and one that
 * does not open takes many more. Thread-safe, bounded, in memory; a restart forgets it.
 */
public final class SourceBudget {

    /** Requests that one source may send at once: a company's phones behind one address after an outage. */
    public static final int CAPACITY = 240;

    /** Requests that one source may send in the long run, per second. */
    public static final int PER_SECOND = 4;

    /** What a request costs that does not open. */
    public static final int FAILURE_COST = 24;

    /** How much more all callers together get whose source nobody tells. */
    public static final int SHARED_FACTOR = 20;

    private static final int MAX_SOURCES = 10_000;
    private static final long MILLIS = 1000;

    /** Tokens in thousandths, so that a second's refill divides. */
    private record Tokens(long thousandths, Instant at) {}

    private final Map<String, Tokens> bySource = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tokens> eldest) {
            return size() > MAX_SOURCES;
        }
    };

    /**
     * Takes the token of one request.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#RATE_LIMITED} where there is none, saying when there will be
     */
    public void take(String source, Instant now) {
        long left = spend(source, 1, now);
        if (left < 0) {
            long wait = -left / (PER_SECOND * factor(source)) + MILLIS;
            throw new ManagerException.Refused(
                    ErrorCode.RATE_LIMITED,
                    "there were too many requests from one network; it is to try again later",
                    Duration.ofMillis(wait));
        }
    }

    /** Charges a source for a request that did not open. */
    public void failed(String source, Instant now) {
        spend(source, FAILURE_COST, now);
    }

    /** Returns what is left in thousandths of a token; below zero, nothing was spent, or a failure went into debt. */
    private synchronized long spend(String source, int cost, Instant now) {
        long capacity = CAPACITY * factor(source) * MILLIS;
        Tokens before = bySource.getOrDefault(source, new Tokens(capacity, now));
        long passed = Math.max(0, Duration.between(before.at(), now).toMillis());
        long refilled = Math.min(capacity, before.thousandths() + passed * PER_SECOND * factor(source));
        long after = refilled - cost * MILLIS;
        boolean spent = after >= 0 || cost > 1;
        long kept = Math.max(spent ? after : refilled, -capacity);
        bySource.put(source, new Tokens(kept, now.isAfter(before.at()) ? now : before.at()));
        return after;
    }

    private static long factor(String source) {
        return source.isEmpty() ? SHARED_FACTOR : 1;
    }
}
