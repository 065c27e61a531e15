package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * Readers that phones get as they are registered.
 *
 * @param customer whose readers
 * @param revision the publication's number; the last one's where nothing was pending
 * @param changed how many readers it brought, changed or took away
 */
public record ReadersPublished(CustomerId customer, long revision, int changed) {}
