package io.lintel.transport.ble;

import java.time.Duration;

/**
 * What a peer may cost before it is known.
 *
 * @param maxMessageOctets the longest message, 1 to 65,535 octets
 * @param messageTimeout how long a message may take from its first packet to its last
 */
public record FramingLimits(int maxMessageOctets, Duration messageTimeout) {
    private static final int LONGEST = 0xFFFF;

    /** Refuses limits that limit nothing with {@link IllegalArgumentException}. */
    public FramingLimits {
        if (maxMessageOctets < 1 || maxMessageOctets > LONGEST) {
            throw new IllegalArgumentException("a message bound is 1 to 65535 octets, not " + maxMessageOctets);
        }
        if (messageTimeout.isNegative() || messageTimeout.isZero()) {
            throw new IllegalArgumentException("a message takes some time, not " + messageTimeout);
        }
    }

    /** 512 octets, as {@code spec/protocol.md} 8 says of a tap, and 5 s. */
    public static FramingLimits ofTap() {
        return new FramingLimits(512, Duration.ofSeconds(5));
    }
}
