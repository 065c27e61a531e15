package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * A reader that is registered as asked. Publish to let phones know.
 *
 * @param customer whose reader
 * @param reader the reader's number
 */
public record ReaderRegistered(CustomerId customer, int reader) {}
