package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import java.time.Instant;
import java.util.Optional;

/** What all sessions of one reader share. */
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
        Receipts receipts,
        ClockFloor floor,
        CourierDesk couriers) {

    /** What sessions share that begin under another configuration; those that are open keep this. */
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
                receipts,
                floor,
                couriers);
    }

    CryptoSuite suite() {
        return ports.suite();
    }

    /** Returns the clock's reading, or empty where there is no clock or it was lost. */
    Optional<Instant> time(Instant now) {
        return Optional.of(now).filter(reading -> configuration.policy().clock().isRight(reading, floor.get()));
    }

    ReaderLimits limits() {
        return configuration.limits();
    }
}
