package io.lintel.sdk.model;

/**
 * A change in its place in the customer's trail.
 *
 * @param number 1, 2, 3, ... within the customer
 * @param change what happened
 */
public record RecordedChange(long number, Change change) {}
