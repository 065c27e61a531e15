package io.lintel.sdk.reader;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ReaderDetails;

/**
 * Asks for other details of a reader. Phones know them from the next publication on, and the reader's certificate names
 * other groups or another colour from then on as well.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param details all details, the unchanged ones too
 */
public record EditReader(CustomerId customer, int reader, ReaderDetails details) {}
