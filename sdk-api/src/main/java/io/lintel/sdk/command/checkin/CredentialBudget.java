package io.lintel.sdk.command.checkin;

import io.lintel.sdk.model.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how often one credential's phone may check in: {@value #MOST} times within an hour, so that a phone gone wrong does
 * not keep the store's writers busy. Requests whose number came before have as many places of their own: anybody who recorded
 * one can send it again, and must not take the phone's. Thread-safe, bounded, in memory; a restart forgets it.
 */
final class CredentialBudget {

    static final int MOST = 60;

    static final Duration WINDOW = Duration.ofHours(1);

    private static final int MAX_CREDENTIALS = 100_000;

    private record Key(CustomerId customer, long serial, Turn turn) {}

    private record Count(Instant since, int count) {}

    private final Map<Key, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Count> eldest) {
            return size() > MAX_CREDENTIALS;
        }
    };

    /** Counts a check-in, or says how long the phone has to wait. */
    synchronized Optional<Duration> waitOf(CustomerId customer, long serial, Turn turn, Instant now) {
        // What has no effect shares its places, whether it is the newest request again or an old one.
        Key key = new Key(customer, serial, turn == Turn.NEW ? Turn.NEW : Turn.OLD);
        Count count = counts.getOrDefault(key, new Count(now, 0));
        if (!now.isBefore(count.since().plus(WINDOW))) {
            count = new Count(now, 0);
        }
        if (count.count() >= MOST) {
            Duration left = Duration.between(now, count.since().plus(WINDOW));
            return Optional.of(left.compareTo(WINDOW) > 0 ? WINDOW : left.plusSeconds(1));
        }
        counts.put(key, new Count(count.since(), count.count() + 1));
        return Optional.empty();
    }
}
