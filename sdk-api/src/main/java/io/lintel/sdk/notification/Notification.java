package io.lintel.sdk.notification;

import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.profile.NotificationRules.Payload;
import java.time.Instant;
import java.util.Optional;

/**
 * One message that a command asked for, and what became of it ({@code NTF-10}). It names the activation that it is about;
 * the code is looked up when it leaves, and so is whom it goes to, unless the command named another address.
 *
 * @param id names it
 * @param activation the number of the activation that it tells of
 * @param channel how it travels
 * @param payload what it tells
 * @param recipient where it goes in place of the person's own address ({@code DEV-03}); empty for that one
 * @param created when the command was done
 * @param status what became of it
 * @param claims how often a dispatcher took it up; tells a late report from a current one
 */
public record Notification(
        NotificationId id,
        long activation,
        Channel channel,
        Payload payload,
        Optional<Recipient> recipient,
        Instant created,
        Status status,
        long claims) {

    /** What became of a message. */
    public sealed interface Status {}

    /**
     * It will be tried again.
     *
     * @param attempts how often it failed so far
     * @param due when it is tried next
     * @param lastFailure why it failed last; empty before the first attempt
     */
    public record Waiting(int attempts, Instant due, Optional<Failure> lastFailure) implements Status {}

    /** A server took it. */
    public record Sent(Instant at) implements Status {}

    /** It was given up, and waits for somebody to mend the cause and ask for another try. */
    public record Failed(int attempts, Failure why) implements Status {}

    /** There is nothing left to tell: the code was used, replaced or has expired, or the person has no telephone. */
    public record Obsolete() implements Status {}

    /** The same message with another status. */
    public Notification with(Status next) {
        return new Notification(id, activation, channel, payload, recipient, created, next, claims);
    }

    /** The same message, taken up by a dispatcher: nobody else takes it up until the given instant. */
    public Notification claimed(Instant until) {
        Waiting waiting = (Waiting) status;
        Status claimed = new Waiting(waiting.attempts(), until, waiting.lastFailure());
        return new Notification(id, activation, channel, payload, recipient, created, claimed, claims + 1);
    }
}
