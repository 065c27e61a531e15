package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import java.nio.ByteBuffer;

/**
 * Names one transfer of credit, so that posting it twice posts it once.
 *
 * @param value 16 octets
 */
public record TransferId(Bytes value) implements Comparable<TransferId> {

    private static final int SIZE_BYTES = 16;

    /** Refuses anything but 16 octets. */
    public TransferId {
        if (value.size() != SIZE_BYTES) {
            throw new IllegalArgumentException("a transfer id has 16 octets, not " + value.size());
        }
    }

    /**
     * The one transfer, or the first of several, that a command causes: the first 16 octets of SHA-256 over the label {@code lintel/1/transfer}, 0x00,
     * the customer's id and the command's, because command ids are unique within one customer only.
     *
     * @param customer in whose command log the command stands
     */
    public static TransferId of(CustomerId customer, CommandId command) {
        return derived(Bytes.concat(
                Bytes.utf8("lintel/1/transfer"), Bytes.of(0), Bytes.utf8(customer.value()), command.value()));
    }

    /**
     * The next transfer of a command that makes several: the first 16 octets of SHA-256 over the label
     * {@code lintel/1/next-transfer}, 0x00 and this id.
     */
    public TransferId next() {
        return derived(Bytes.concat(Bytes.utf8("lintel/1/next-transfer"), Bytes.of(0), value));
    }

    /**
     * The charge for one of a command's credentials: the first 16 octets of SHA-256 over the label {@code lintel/1/charge},
     * 0x00, the customer's id, the command's and the serial in 8 octets, because one command may issue many.
     */
    public static TransferId ofCharge(CustomerId customer, CommandId command, long serial) {
        Bytes number =
                Bytes.copyOf(ByteBuffer.allocate(Long.BYTES).putLong(serial).array());
        return derived(Bytes.concat(
                Bytes.utf8("lintel/1/charge"), Bytes.of(0), Bytes.utf8(customer.value()), command.value(), number));
    }

    /**
     * What becomes of a charge: the first 16 octets of SHA-256 over the label {@code lintel/1/charge-follow-up}, 0x00, the
     * charge's id and the cause, because each happens to a charge at most once.
     */
    public static TransferId ofFollowUp(TransferId charge, Cause cause) {
        return derived(Bytes.concat(
                Bytes.utf8("lintel/1/charge-follow-up"), Bytes.of(0), charge.value(), Bytes.utf8(cause.name())));
    }

    private static TransferId derived(Bytes input) {
        return new TransferId(Sha256.digest(input).slice(0, SIZE_BYTES));
    }

    /** By octets; hash tables stay fast with it, whatever ids callers make. */
    @Override
    public int compareTo(TransferId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toHex();
    }
}
