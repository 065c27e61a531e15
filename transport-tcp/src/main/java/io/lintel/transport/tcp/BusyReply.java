package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import java.time.Duration;
import java.util.Optional;

/**
 * What a manager endpoint says instead of a response when it has as much to do as it takes on: kind 12 (hexadecimal),
 * then the seconds after which to try again, 2 octets big-endian ({@code spec/protocol.md}, manager endpoint).
 *
 * <p>Nothing authenticates it. All that it can bring about is that a peer tries later.
 */
final class BusyReply {
    private static final int KIND = 0x12;
    private static final int OCTETS = 3;
    private static final int MAX_SECONDS = 60;

    private BusyReply() {}

    static Bytes of(Duration retryAfter) {
        int seconds = (int) Math.max(1, Math.min(retryAfter.toSeconds(), MAX_SECONDS));
        return Bytes.of(KIND, seconds >> 8, seconds & 0xFF);
    }

    /** The wait that {@code reply} asks for, never longer than a minute; empty if it is no busy reply. */
    static Optional<Duration> parse(Bytes reply) {
        if (reply.size() != OCTETS || reply.unsigned(0) != KIND) {
            return Optional.empty();
        }
        int seconds = (reply.unsigned(1) << 8) | reply.unsigned(2);
        return Optional.of(Duration.ofSeconds(Math.max(1, Math.min(seconds, MAX_SECONDS))));
    }
}
