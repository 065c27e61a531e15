package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What all sessions of one reader share.
 *
 * @param newest what the reader goes by at this moment, perhaps another configuration than this one
 */
record Services(
        ReaderPorts ports,
        ReaderIdentity identity,
        ReaderConfiguration configuration,
        ResumptionTable resumptions,
        EphemeralPool ephemerals,
        Directory directory,
        FailureBudget failures,
        ReaderCounters counters,
        Notebook notebook,
        ListInForce list,
        RunningDecisions decisions,
        Receipts receipts,
        ClockFloor floor,
        CourierDesk couriers,
        Supplier<Services> newest) {

    /** What sessions share that begin under another configuration; those that are open keep this, and decide by the other. */
    Services with(ReaderIdentity newIdentity, ReaderConfiguration newConfiguration) {
        return new Services(
                ports,
                newIdentity,
                newConfiguration,
                resumptions,
                ephemerals,
                directory,
                failures,
                counters,
                notebook,
                list,
                decisions,
                receipts,
                floor,
                couriers,
                newest);
    }

    CryptoSuite suite() {
        return ports.suite();
    }

    /** Returns the clock's reading, or empty where there is no clock or it was lost. */
    Optional<Instant> time(Instant now) {
        return isRight(now) ? Optional.of(now) : Optional.empty();
    }

    /** Returns whether there is a clock, and what it shows can be right. */
    boolean isRight(Instant now) {
        return configuration.policy().clock().isRight(now, floor.get());
    }

    ReaderLimits limits() {
        return configuration.limits();
    }
}
