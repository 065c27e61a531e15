package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ReaderDetails;

/**
 * Asks for a new reader. It needs an id or a MAC address ({@code C-20}); phones know it from the next publication on.
 *
 * @param customer whose reader
 * @param details what there is to say about it
 */
public record AddReader(CustomerId customer, ReaderDetails details) {}
