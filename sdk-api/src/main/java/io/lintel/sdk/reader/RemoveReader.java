package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks that a reader is removed. Phones forget it with the next publication; its number is not given again.
 *
 * @param customer whose reader
 * @param reader the reader's number
 */
public record RemoveReader(CustomerId customer, int reader) {}
