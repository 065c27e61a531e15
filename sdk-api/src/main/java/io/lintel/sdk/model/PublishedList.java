package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.RevocationList;
import java.time.Instant;
import java.util.Optional;

/**
 * A revocation list that was signed for a site.
 *
 * @param customer whose list
 * @param epoch list epoch, from 1; lists that are published together share it
 * @param group the only group of the readers that it is for, or {@link RevocationList#ALL_GROUPS}
 * @param issued when it was signed
 * @param baseSerial the serial below which all are revoked by number
 * @param statement the exact signed octets
 * @param head the exact octets of its signed head; empty for lists of early versions
 */
public record PublishedList(
        CustomerId customer,
        long epoch,
        int group,
        Instant issued,
        long baseSerial,
        Bytes statement,
        Optional<Bytes> head) {}
