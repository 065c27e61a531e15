package io.lintel.sdk.event;

import io.lintel.sdk.notification.Delivery.Failure;
import java.time.Instant;

/**
 * An event that a subscription gave up. The events after it went on without it.
 *
 * @param subscription whose
 * @param event the event's number within the customer
 * @param at when it was given up last
 * @param why why it failed last
 * @param state whether it is to be tried again
 */
public record DeadLetter(SubscriptionId subscription, long event, Instant at, Failure why, State state) {

    /** What becomes of a dead letter. */
    public enum State {
        /** It waits for somebody to mend the cause. */
        DEAD,
        /** Somebody asked for another try, which is due. */
        REPLAYING,
        /** A later try delivered it. */
        DELIVERED
    }

    /** The same letter in another state. */
    public DeadLetter in(State next) {
        return new DeadLetter(subscription, event, at, why, next);
    }

    /** The same letter, given up again. */
    public DeadLetter deadAgain(Instant now, Failure cause) {
        return new DeadLetter(subscription, event, now, cause, State.DEAD);
    }
}
