package io.lintel.transport.session;

import io.lintel.crypto.Bytes;

/** Where a session puts what it has to say; valid during the call that received it, and only there. */
public interface Outbox {
    /** Sends a whole message, after those before it. */
    void send(Bytes message);

    /** Closes the channel once everything before has been sent. */
    void end();
}
