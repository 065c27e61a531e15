package io.lintel.sdk.person;

import io.lintel.sdk.model.CustomerId;

/**
 * A person that exists now.
 *
 * @param customer whose person
 * @param person the person's number
 */
public record PersonAdded(CustomerId customer, long person) {}
