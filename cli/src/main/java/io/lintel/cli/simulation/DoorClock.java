package io.lintel.cli.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A reader's clock: it drifts, never further behind than the site states, and a reader without a battery loses it. */
final class DoorClock {
    private static final Instant LOST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration DRIFT = Duration.ofSeconds(20);
    private static final Duration MOST_AHEAD = Duration.ofMinutes(2);

    private final Duration worstLag;
    private final Chance chance;
    private Duration ahead = Duration.ZERO;
    private Optional<Instant> lost = Optional.empty();

    DoorClock(Duration worstLag, Chance chance) {
        this.worstLag = worstLag;
        this.chance = chance;
        this.ahead = worstLag.negated().plus(chance.between(Duration.ZERO, worstLag));
    }

    /** Returns what it shows at a true time. */
    Instant reading(Instant now) {
        return lost.map(since -> LOST.plus(Duration.between(since, now))).orElseGet(() -> now.plus(ahead));
    }

    /** Lets a day's drift show. */
    void drift() {
        Duration next = ahead.plus(chance.between(DRIFT.negated(), DRIFT));
        Duration least = worstLag.negated();
        ahead = next.compareTo(least) < 0 ? least : next.compareTo(MOST_AHEAD) > 0 ? MOST_AHEAD : next;
    }

    /** Loses the time: it goes on from the day on which its maker lets it begin. */
    void lose(Instant now) {
        lost = Optional.of(now);
    }

    /** Somebody sets it, as well as a person's watch is set. */
    void set() {
        lost = Optional.empty();
        ahead = worstLag.compareTo(MOST_AHEAD) < 0 ? Duration.ZERO : chance.between(MOST_AHEAD.negated(), MOST_AHEAD);
    }
}
