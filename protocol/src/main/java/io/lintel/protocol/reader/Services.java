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
