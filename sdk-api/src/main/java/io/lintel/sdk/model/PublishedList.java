package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/**
 * A revocation list that was signed for a site.
 *
 * @param customer whose list
 * @param epoch list epoch, from 1
 * @param issued when it was signed
 * @param statement the exact signed octets
 */
public record PublishedList(CustomerId customer, long epoch, Instant issued, Bytes statement) {}
