package io.lintel.sdk.command.key;

import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;

/** Chooses the project key of a phone that has none: it gets one with its credential, and the next with its check-ins. */
public final class FirstKey {

    private static final int PAGE = 500;

    private FirstKey() {}

    /** The oldest that a reader may still speak; of a reader that said nothing, any that is not ended. */
    public static int of(UnitOfWork unit, CustomerId customer) {
        KeyEpochs epochs = unit.keyEpochs().of(customer, KeySet.PROJECT);
        if (!epochs.isRotating()) {
            return epochs.minimum();
        }
        AtomicInteger oldest = new AtomicInteger(epochs.readers());
        Paging.each(after -> unit.readers().list(customer, Math.toIntExact(after), PAGE), reader -> {
            ReaderKeys known = ConfirmedKeys.of(unit, reader);
            if (!known.compromised()) {
                oldest.accumulateAndGet(known.keyEpoch(), Math::min);
            }
            return reader.number();
        });
        return Math.max(oldest.get(), epochs.minimum());
    }
}
