package io.lintel.sdk.model;

/**
 * A reader as phones know it ({@code RDR-15}).
 *
 * @param customer whose reader
 * @param number the reader's number
 * @param details what was registered when it was published
 * @param revision the publication that changed it last
 */
public record PublishedReader(CustomerId customer, int number, ReaderDetails details, long revision) {}
