package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import java.time.Instant;

/**
 * What a phone got with a project's code.
 *
 * @param customer whose code
 * @param holderKey the key that the phone proved; the same key gets the same credential again
 * @param code the number of the code
 * @param serial the credential
 * @param at when
 */
public record ProjectRedemption(CustomerId customer, Bytes holderKey, long code, long serial, Instant at) {}
