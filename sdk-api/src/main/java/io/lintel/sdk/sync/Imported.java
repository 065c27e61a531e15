package io.lintel.sdk.sync;

import io.lintel.sdk.model.CustomerId;

/**
 * An import that is done.
 *
 * @param customer for whom
 * @param counts what it did
 */
public record Imported(CustomerId customer, ImportCounts counts) {}
