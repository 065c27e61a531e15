package io.lintel.sdk.command.key;

import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.UnitOfWork;

/** Chooses the project key of a phone that has none: it gets one with its credential, and the next with its check-ins. */
public final class FirstKey {

    private FirstKey() {}

    /** The oldest that a reader may still speak; of a reader that said nothing, any that is not ended. */
    public static int of(UnitOfWork unit, CustomerId customer) {
        KeyEpochs epochs = unit.keyEpochs().of(customer, KeySet.PROJECT);
        if (!epochs.isRotating()) {
            return epochs.minimum();
        }
        int confirmed = unit.keyEpochs().oldestConfirmed(customer).orElse(epochs.readers());
        return Math.max(Math.min(confirmed, epochs.readers()), epochs.minimum());
    }
}
