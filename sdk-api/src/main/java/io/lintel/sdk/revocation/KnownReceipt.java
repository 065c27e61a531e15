package io.lintel.sdk.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * A reader's receipt that the manager has verified.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param number counts the reader's receipts
 * @param listEpoch the list that it enforces, 0 for none
 * @param revision the configuration that it has, 0 for none that is numbered
 * @param clock what its clock showed; empty where it has none that was set
 * @param received when it came
 * @param by who brought it
 * @param statement the exact signed octets
 */
public record KnownReceipt(
        CustomerId customer,
        int reader,
        long number,
        long listEpoch,
        long revision,
        Optional<Instant> clock,
        Instant received,
        String by,
        Bytes statement) {}
