package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;

/**
 * Asks to allow or refuse duplicate access numbers, which only the distributor may ({@code ACC-37}).
 *
 * @param customer whose
 * @param duplicates the new value
 */
public record SetDuplicates(CustomerId customer, DuplicateNumbers duplicates) {}
