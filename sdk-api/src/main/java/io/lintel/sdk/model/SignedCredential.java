package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/**
 * One statement that was signed for a credential; a renewed lease signs another.
 *
 * @param customer whose credential
 * @param serial the credential
 * @param number 1, 2, 3, ... within the credential
 * @param holderKey the phone's public key, as the suite encodes it
 * @param leaseEnd when it stops working without a check-in
 * @param statement the exact signed octets
 */
public record SignedCredential(
        CustomerId customer, long serial, int number, Bytes holderKey, Instant leaseEnd, Bytes statement) {}
