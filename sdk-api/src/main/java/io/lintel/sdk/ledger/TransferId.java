package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CommandId;

/**
 * Names one transfer of credit, so that posting it twice posts it once.
 *
 * @param value 16 octets
 */
public record TransferId(Bytes value) {

    /** Refuses anything but 16 octets. */
    public TransferId {
        if (value.size() != 16) {
            throw new IllegalArgumentException("a transfer id has 16 octets, not " + value.size());
        }
    }

    /** The one transfer that a command causes. */
    public static TransferId of(CommandId command) {
        return new TransferId(command.value());
    }

    @Override
    public String toString() {
        return value.toHex();
    }
}
