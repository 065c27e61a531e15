package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;

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

    ReaderLimits limits() {
        return configuration.limits();
    }
}
