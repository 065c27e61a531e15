package io.lintel.sdk.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A reader's receipt that the manager has verified.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param number counts the reader's receipts
 * @param listEpoch the list that it enforces, 0 for none
 * @param listGroup the only group that this list is for, {@link RevocationList#ALL_GROUPS} for all, or without a list
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
        int listGroup,
        long revision,
        Optional<Instant> clock,
        Instant received,
        String by,
        Bytes statement) {

    /** Whether its list names whatever is revoked for these groups. */
    public boolean covers(Set<Integer> groups) {
        return listGroup == RevocationList.ALL_GROUPS || groups.equals(Set.of(listGroup));
    }
}
