package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * One side of a conversation in whole messages, as the channel that carries it drives it.
 *
 * <p>A session belongs to one channel, is called by one thread at a time, and never throws on what a peer sends. An exception is
 * therefore a fault on our own side, and the channel closes on it. What may block on input or output it leaves to {@link Outbox#later};
 * only a session whose channel's thread serves no one else may block itself.
 */
public interface MessageSession {
    /** The channel is open; a side that speaks first does so here. */
    void opened(Instant now, Outbox outbox);

    /** A whole message has come in. */
    void received(Bytes message, Instant now, Outbox outbox);

    /** {@link #deadline()} has passed. */
    void expired(Instant now, Outbox outbox);

    /** The channel is gone; called once, and last. */
    void disconnected(Instant now);

    /** The next time at which {@link #expired} has to be called; empty when nothing is waited for. */
    Optional<Instant> deadline();

    /** Whether the exchange has had its outcome, so that a transport which is stopping may close the channel now. */
    boolean isSettled();
}
