package io.lintel.protocol.checkin;

import java.time.Duration;
import java.util.Optional;

/** What the manager made of a check-in. */
public sealed interface CheckInResult {
    /**
     * It was answered.
     *
     * @param answer what the phone got; its statements are not verified yet
     */
    record Answered(CheckInAnswer answer) implements CheckInResult {}

    /**
     * It was refused; nothing changed.
     *
     * @param reason why
     * @param retryAfter how long to wait before trying again, in whole seconds; empty where waiting does not help
     */
    record Refused(CheckInRefusal reason, Optional<Duration> retryAfter) implements CheckInResult {
        /** The longest wait that the wire can say: 30 days. */
        public static final Duration MAX_RETRY_AFTER = Duration.ofDays(30);

        /** Refuses a wait that is not 1 second to {@link #MAX_RETRY_AFTER} with {@link IllegalArgumentException}. */
        public Refused {
            retryAfter.ifPresent(wait -> Bounds.that(
                    wait.toSeconds() >= 1 && wait.compareTo(MAX_RETRY_AFTER) <= 0,
                    "a wait must be 1 second to " + MAX_RETRY_AFTER));
            retryAfter = retryAfter.map(wait -> Duration.ofSeconds(wait.toSeconds()));
        }
    }
}
