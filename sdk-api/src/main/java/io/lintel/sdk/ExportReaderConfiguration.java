package io.lintel.sdk;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for a reader's configuration. It carries the project key: every export is on the audit trail ({@code KEY-08}).
 *
 * @param customer whose reader
 * @param reader the reader's number
 */
public record ExportReaderConfiguration(CustomerId customer, int reader) {}
