package io.lintel.transport.tcp;

import java.time.Duration;

/**
 * What the endpoint of links grants. An open link costs memory and no thread; a worker is taken for each message.
 *
 * @param workers how many messages are worked on at a time
 * @param linksPerAddress how many connections one IPv4 address, or one IPv6 /64 network, may have
 * @param linksInAll how many connections there may be; beyond, the oldest that has not proven a reader's key makes room
 * @param writeTimeout how long a reader may take to accept what is sent to it
 */
public record LinkLimits(int workers, int linksPerAddress, int linksInAll, Duration writeTimeout) {
    /** Checks that every limit limits something. */
    public LinkLimits {
        Limits.positive("workers", workers);
        Limits.positive("linksPerAddress", linksPerAddress);
        Limits.positive("linksInAll", linksInAll);
        Limits.positive("writeTimeout", writeTimeout);
    }

    /** Four workers, 4,096 links per address (a site's readers often share one), 20,000 in all, 30 s to take a message. */
    public static LinkLimits standard() {
        return new LinkLimits(4, 4096, 20_000, Duration.ofSeconds(30));
    }

    /** These limits with other numbers of links. */
    public LinkLimits withLinks(int perAddress, int inAll) {
        return new LinkLimits(workers, perAddress, inAll, writeTimeout);
    }
}
