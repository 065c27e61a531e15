package io.lintel.protocol.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * The bound on failed cold taps, a token bucket: each failure after the gate takes a token, time gives them back. Without
 * a token cold taps are refused before any DH; fast taps are never affected. Thread-safe.
 */
final class FailureBudget {
    private final int burst;
    private final Duration every;
    private int tokens;
    private Instant refilledAt;

    FailureBudget(int burst, Duration every, Instant now) {
        this.burst = burst;
        this.every = every;
        this.tokens = burst;
        this.refilledAt = now;
    }

    synchronized boolean isOpen(Instant now) {
        refill(now);
        return tokens > 0;
    }

    synchronized void spend(Instant now) {
        refill(now);
        tokens = Math.max(0, tokens - 1);
    }

    private void refill(Instant now) {
        if (now.isBefore(refilledAt)) {
            refilledAt = now;
            return;
        }
        long earned = Duration.between(refilledAt, now).dividedBy(every);
        if (earned > 0) {
            tokens = (int) Math.min(burst, tokens + earned);
            refilledAt = tokens == burst ? now : refilledAt.plus(every.multipliedBy(earned));
        }
    }
}
