package io.lintel.transport.tcp;

import java.time.Duration;

/**
 * What a reader server grants to peers that have not shown who they are.
 *
 * @param maxMessages how many messages one connection may send
 * @param connectionsPerAddress how many connections one IPv4 address, or one IPv6 /64 network, may have
 * @param connectionsInAll how many connections there may be; beyond, the oldest makes room
 * @param firstMessageTimeout how long a peer may take to complete its first message
 * @param idleTimeout how long a peer may be silent after a message
 * @param writeTimeout how long a peer may take to accept what it is sent
 */
public record TapLimits(
        int maxMessages,
        int connectionsPerAddress,
        int connectionsInAll,
        Duration firstMessageTimeout,
        Duration idleTimeout,
        Duration writeTimeout) {
    /** The longest tap message there is before authentication, in octets ({@code spec/protocol.md}, TCP framing). */
    public static final int MAX_MESSAGE_OCTETS = 512;

    /** Checks that every limit limits something. */
    public TapLimits {
        Limits.positive("maxMessages", maxMessages);
        Limits.positive("connectionsPerAddress", connectionsPerAddress);
        Limits.positive("connectionsInAll", connectionsInAll);
        Limits.positive("firstMessageTimeout", firstMessageTimeout);
        Limits.positive("idleTimeout", idleTimeout);
        Limits.positive("writeTimeout", writeTimeout);
    }

    /** Sixty-four messages, which a courier's 8 KiB have room in, 16 connections per address, 4,096 in all, 5 s to begin, 10 s of silence, 5 s to take an answer. */
    public static TapLimits standard() {
        return new TapLimits(64, 16, 4096, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5));
    }

    /** These limits with other caps on connections. */
    public TapLimits withConnections(int perAddress, int inAll) {
        return new TapLimits(maxMessages, perAddress, inAll, firstMessageTimeout, idleTimeout, writeTimeout);
    }

    /** These limits with other times to begin, to be silent, and to take an answer. */
    public TapLimits withTimeouts(Duration firstMessage, Duration idle, Duration write) {
        return new TapLimits(maxMessages, connectionsPerAddress, connectionsInAll, firstMessage, idle, write);
    }
}
