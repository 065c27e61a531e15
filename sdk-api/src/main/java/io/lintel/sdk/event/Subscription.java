package io.lintel.sdk.event;

import io.lintel.sdk.notification.Delivery.Failure;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer's events on their way to one address, one after the other.
 *
 * @param id names it
 * @param url where they go
 * @param created when it was made
 * @param state whether it still runs
 * @param progress how far it has come
 * @param claims how often a dispatcher took it up; tells a late report from a current one
 */
public record Subscription(SubscriptionId id, URI url, Instant created, State state, Progress progress, long claims) {

    /** Whether a subscription still runs. */
    public enum State {
        /** It runs. */
        ACTIVE,
        /** It was ended. */
        ENDED
    }

    /**
     * How far a subscription has come.
     *
     * @param position the number of the last event that was delivered or given up
     * @param failures how often the next event failed in a row; 0 where all is well
     * @param due when the next event is tried
     * @param lastFailure why it failed last; empty where all is well
     */
    public record Progress(long position, int failures, Instant due, Optional<Failure> lastFailure) {

        /** Everything up to an event was delivered. */
        public Progress deliveredUpTo(long number, Instant now) {
            return new Progress(number, 0, now, Optional.empty());
        }
    }

    /** The same subscription, further on. */
    public Subscription at(Progress next) {
        return new Subscription(id, url, created, state, next, claims);
    }

    /** The same subscription, over. */
    public Subscription ended() {
        return new Subscription(id, url, created, State.ENDED, progress, claims);
    }

    /** The same subscription, taken up by a dispatcher: nobody else takes it up until the given instant. */
    public Subscription claimed(Instant until) {
        Progress waiting = new Progress(progress.position(), progress.failures(), until, progress.lastFailure());
        return new Subscription(id, url, created, state, waiting, claims + 1);
    }

    /** Without the address's path and query: some carry a token there. */
    @Override
    public String toString() {
        return "Subscription[" + id + ", " + url.getHost() + ", " + state + ", " + progress + "]";
    }
}
