package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * A reader that is no longer registered. Publish to let phones know.
 *
 * @param customer whose reader it was
 * @param reader the number that it had
 */
public record ReaderRemoved(CustomerId customer, int reader) {}
