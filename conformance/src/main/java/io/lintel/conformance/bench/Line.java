package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.time.Duration;

/** A channel to the other side that carries whole messages. For one thread. */
public interface Line extends AutoCloseable {
    /**
     * Sends a message, of 1 to 65,535 octets.
     *
     * @throws IOException where the channel has ended
     */
    void send(Bytes message) throws IOException;

    /** Waits for what the other side does next. */
    Seen next(Duration patience);

    /** Leaves. */
    @Override
    void close();
}
