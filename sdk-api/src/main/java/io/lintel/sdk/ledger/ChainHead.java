package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.DistributorId;

/**
 * The newest entry of a distributor's chain. Who knows it can tell a complete chain from one that was cut off or
 * rewritten.
 *
 * @param distributor whose chain
 * @param number how many entries the chain has
 * @param hash the newest entry's hash, 32 octets; zeros for a chain without an entry
 */
public record ChainHead(DistributorId distributor, long number, Bytes hash) {

    /** The size of every hash of the chain. */
    public static final int HASH_SIZE_BYTES = 32;

    /** Checks the hash's size. */
    public ChainHead {
        if (number < 0 || hash.size() != HASH_SIZE_BYTES) {
            throw new IllegalArgumentException("a chain's head has a number from 0 and a hash of 32 octets");
        }
    }

    /** The head of a chain that has no entry. */
    public static ChainHead none(DistributorId distributor) {
        return new ChainHead(distributor, 0, Bytes.copyOf(new byte[HASH_SIZE_BYTES]));
    }
}
