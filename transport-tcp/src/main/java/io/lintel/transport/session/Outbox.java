package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/** Where a session puts what it has to say; valid during the call that received it, and only there. */
public interface Outbox {
    /** Sends a whole message, after those before it. */
    void send(Bytes message);

    /**
     * Closes the channel once everything before has been sent.
     *
     * @throws IllegalStateException if work was left in the same call
     */
    void end();

    /**
     * Leaves {@code work} that may wait for a disk: it is done behind this call, by another thread where the channel has one for that.
     * What the call sends leaves before, and the session is not called until it is done. Where the channel is gone before the call
     * returns, it may never be done.
     *
     * @throws IllegalStateException the second time in one call, and behind an end
     */
    void later(Work work);

    /** What a session leaves for later. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it, once, with an outbox of its own.
         *
         * @param now when it begins
         */
        void happen(Instant now, Outbox outbox);
    }
}
