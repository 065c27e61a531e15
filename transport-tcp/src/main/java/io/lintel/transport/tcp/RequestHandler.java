package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;

/**
 * Answers one request of the manager endpoint, say an activation.
 *
 * <p>Called on a worker thread and by several of them at a time; it may block. An exception closes the connection
 * without a word, so what a person is to be told is a response.
 */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Answers {@code request}, 1 to 65535 octets from a peer that nothing is known about.
     *
     * @return the response, 1 to 65535 octets; none, {@link Bytes#EMPTY}, closes the connection without a word, for a
     *     request that deserves no answer
     */
    Bytes handle(Bytes request);
}
