package io.lintel.sdk.command.key;

import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.store.KeyEpochRecords.Configured;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;

/** What readers are known to use: what the configuration says that their receipts confirm. */
final class ConfirmedKeys {

    private static final int UNKNOWN = 0;

    private ConfirmedKeys() {}

    static ReaderKeys of(UnitOfWork unit, EnrolledReader reader) {
        CustomerId customer = reader.customer();
        // A configuration that was exported proves nothing: it may lie in a drawer.
        long revision = unit.enforcement()
                .newest(customer, reader.number())
                .map(KnownReceipt::revision)
                .orElse(0L);
        Optional<Configured> told = unit.keyEpochs().configured(customer, reader.number(), revision);
        return new ReaderKeys(
                reader.number(),
                reader.name(),
                revision,
                told.map(Configured::keyEpoch).orElse(UNKNOWN),
                told.map(Configured::issuingKeys).orElse(UNKNOWN),
                told.map(Configured::certificate).orElse(UNKNOWN),
                unit.compromisedReaders().find(customer, reader.number()).isPresent());
    }
}
