package io.lintel.protocol.reader;

import java.time.Duration;
import java.time.Instant;

/**
 * The bound on failed cold taps, a token bucket: each cold message takes a token before its first DH and gives it back
 * when the phone was recognised; time gives back the others. Without a token cold taps are refused before any DH; fast taps
 * are never affected. Thread-safe.
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

    /** Takes a token; returns whether there was one. */
    synchronized boolean take(Instant now) {
        refill(now);
        if (tokens == 0) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Gives back the token of a cold tap that did not fail. */
    synchronized void giveBack() {
        tokens = Math.min(burst, tokens + 1);
    }

    synchronized int tokens() {
        return tokens;
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
