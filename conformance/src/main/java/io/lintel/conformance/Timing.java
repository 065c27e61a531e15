package io.lintel.conformance;

import java.time.Duration;

/**
 * The times of the implementation that is tried (spec/protocol.md 8), and how long the kit waits for what should come at once.
 *
 * @param opener from the opener to the phone's last message before the answer
 * @param session from the answer to the end of the session, on the reader
 * @param answer how long a phone waits for an opener, and for an answer
 * @param patience how long the other side may take for what it does at once, network and computation included
 */
public record Timing(Duration opener, Duration session, Duration answer, Duration patience) {
    /** Checks that there is time for everything. */
    public Timing {
        if (opener.isNegative()
                || opener.isZero()
                || session.isNegative()
                || answer.isNegative()
                || patience.isNegative()
                || patience.isZero()) {
            throw new IllegalArgumentException("every time is positive");
        }
    }

    /** Returns the recommended times, and two seconds of patience. */
    public static Timing recommended() {
        return new Timing(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    /** Returns these times with another patience, for slow hardware. */
    public Timing withPatience(Duration other) {
        return new Timing(opener, session, answer, other);
    }
}
