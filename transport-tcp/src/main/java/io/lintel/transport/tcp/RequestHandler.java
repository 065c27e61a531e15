package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import java.time.Duration;

/**
 * Answers one request of the manager endpoint, an activation or a check-in.
 *
 * <p>Called on a worker thread and by several of them at a time; it may block. An exception closes the connection
 * without a word, so what a person is to be told is a response.
 */
@FunctionalInterface
public interface RequestHandler {
    /**
     * Answers {@code request}, 1 to 65535 octets from a peer that nothing is known about.
     *
     * @param source the network that it came from, to count requests by: an IPv4 address such as {@code 192.0.2.7}, or the
     *     /64 network that one IPv6 subscriber has, such as {@code 2001:db8:0:1::/64}
     * @return the response, 1 to 65535 octets; none, {@link Bytes#EMPTY}, closes the connection without a word, for a
     *     request that deserves no answer
     */
    Bytes handle(Bytes request, String source);

    /**
     * Returns the response that asks a peer to try later, without having looked at its request ({@code spec/protocol.md},
     * "Manager endpoint").
     *
     * @param retryAfter told in whole seconds, one second to a minute
     */
    static Bytes busy(Duration retryAfter) {
        return BusyReply.of(retryAfter);
    }
}
