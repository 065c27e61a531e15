package io.lintel.transport.tcp;

import java.time.Duration;

/**
 * What a manager endpoint grants to peers that have not shown who they are. A connection carries one request.
 *
 * @param workers how many requests are worked on at a time
 * @param waitingRequests how many more wait for a worker; beyond, a request is turned away as busy
 * @param connectionsPerAddress how many connections one IPv4 address, or one IPv6 /64 network, may have
 * @param connectionsInAll how many connections there may be; beyond, the oldest without a request makes room
 * @param requestTimeout how long a peer may take to complete its request
 * @param writeTimeout how long a peer may take to accept the response
 */
public record ManagerLimits(
        int workers,
        int waitingRequests,
        int connectionsPerAddress,
        int connectionsInAll,
        Duration requestTimeout,
        Duration writeTimeout) {
    /** Checks that every limit limits something. */
    public ManagerLimits {
        Limits.positive("workers", workers);
        Limits.positive("waitingRequests", waitingRequests);
        Limits.positive("connectionsPerAddress", connectionsPerAddress);
        Limits.positive("connectionsInAll", connectionsInAll);
        Limits.positive("requestTimeout", requestTimeout);
        Limits.positive("writeTimeout", writeTimeout);
    }

    /** Four workers, 64 requests waiting, 16 connections per address, 1,024 in all, 10 s for a request, 10 s to take a response. */
    public static ManagerLimits standard() {
        return new ManagerLimits(4, 64, 16, 1024, Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    /** These limits with other numbers of requests at work and waiting. */
    public ManagerLimits withRequests(int atWork, int waiting) {
        return new ManagerLimits(
                atWork, waiting, connectionsPerAddress, connectionsInAll, requestTimeout, writeTimeout);
    }
}
