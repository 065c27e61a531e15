package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks that phones get the readers as they are registered ({@code C-22}).
 *
 * @param customer whose readers
 */
public record PublishReaders(CustomerId customer) {}
