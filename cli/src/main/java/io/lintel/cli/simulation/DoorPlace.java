package io.lintel.cli.simulation;

import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderClock;
import io.lintel.protocol.reader.ReaderClock.Without;
import io.lintel.protocol.reader.ReaderLimits;
import java.time.Duration;
import java.util.Set;

/**
 * Where a door is and what is there.
 *
 * @param line whether there is a line to the manager
 * @param clock what clock its reader has
 * @param staleAllowance how long the reader goes by a list that has expired
 * @param groups the reader's groups
 */
record DoorPlace(Line line, Clock clock, Duration staleAllowance, Set<Integer> groups) {
    private static final Duration GOOD_CLOCK_LAG = Duration.ofMinutes(10);
    private static final Duration POOR_CLOCK_LAG = Duration.ofHours(1);

    /** Whether a reader is online. */
    enum Line {
        ONLINE,
        OFFLINE
    }

    /** What clock a reader has. */
    enum Clock {
        /** It runs on a battery when the power goes. */
        WITH_BATTERY,
        /** It is lost with the power; the reader denies until it is set. */
        WITHOUT_BATTERY,
        /** There is none, and the reader goes on without: its time begins with its maker's. */
        NONE
    }

    /** Returns how far behind the clock can be as it drifts. */
    Duration worstDrift() {
        return line == Line.ONLINE ? GOOD_CLOCK_LAG : POOR_CLOCK_LAG;
    }

    /** Returns what the site tells the reader. */
    PolicySettings policy() {
        PolicySettings recommended = PolicySettings.recommended();
        return new PolicySettings(
                recommended.transports(),
                recommended.triggers(),
                recommended.personVerification(),
                recommended.maxAnswerTime(),
                staleAllowance,
                clock == Clock.NONE ? ReaderClock.none(Without.ALLOW) : ReaderClock.within(worstDrift()));
    }

    ReaderLimits limits() {
        return ReaderLimits.standard().withTables(4096, 4096);
    }
}
