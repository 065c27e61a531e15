package io.lintel.conformance;

import io.lintel.protocol.reader.ReaderLimits;
import java.time.Duration;

/** The limits of a reader, of which a test sets some otherwise than the page says. */
final class LimitsDraft {
    private static final ReaderLimits STANDARD = ReaderLimits.standard();

    int ephemerals = STANDARD.ephemerals();
    Duration openerLifetime = STANDARD.openerLifetime();
    Duration sessionLifetime = STANDARD.sessionLifetime();
    int coldAfterUses = STANDARD.coldAfterUses();
    int failedColdBurst = STANDARD.failedColdBurst();

    ReaderLimits limits() {
        return new ReaderLimits(
                STANDARD.resumptions(),
                STANDARD.directory(),
                ephemerals,
                openerLifetime,
                sessionLifetime,
                STANDARD.ephemeralLifetime(),
                coldAfterUses,
                STANDARD.coldAfter(),
                failedColdBurst,
                STANDARD.failedColdEvery(),
                STANDARD.courierOctets());
    }
}
