package io.lintel.protocol.activation;

import java.time.Duration;
import java.util.Optional;

/** What the manager answered to an activation request. */
public sealed interface ActivationResult {
    /**
     * The code was redeemed.
     *
     * @param grant what the phone got; not verified yet, see {@link VerifiedGrant}
     */
    record Activated(ActivationGrant grant) implements ActivationResult {}

    /**
     * The code was not redeemed.
     *
     * @param reason why
     * @param retryAfter how long to wait before trying again, in whole seconds; empty where waiting does not help
     */
    record Refused(ActivationRefusal reason, Optional<Duration> retryAfter) implements ActivationResult {
        /** The longest wait that the wire can say: 30 days. */
        public static final Duration MAX_RETRY_AFTER = Duration.ofDays(30);

        /** Refuses a wait that is not 1 second to {@link #MAX_RETRY_AFTER} with {@link IllegalArgumentException}. */
        public Refused {
            retryAfter.ifPresent(wait -> {
                if (wait.toSeconds() < 1 || wait.compareTo(MAX_RETRY_AFTER) > 0) {
                    throw new IllegalArgumentException("a wait must be 1 second to " + MAX_RETRY_AFTER);
                }
            });
            retryAfter = retryAfter.map(wait -> Duration.ofSeconds(wait.toSeconds()));
        }
    }
}
