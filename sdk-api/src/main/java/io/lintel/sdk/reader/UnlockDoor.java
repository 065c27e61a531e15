package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks that a reader opens its door now, from afar.
 *
 * @param customer whose reader
 * @param reader its number
 */
public record UnlockDoor(CustomerId customer, int reader) {}
