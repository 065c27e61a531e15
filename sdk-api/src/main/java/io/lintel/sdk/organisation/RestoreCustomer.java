package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to bring a deleted customer back, as it was ({@code ACC-27}, {@code C-17}).
 *
 * @param customer which
 */
public record RestoreCustomer(CustomerId customer) {}
