package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to replace a customer's name, system id, key and apps, as a whole ({@code ACC-24}, {@code SYS-10}).
 *
 * @param customer whose
 * @param system the new ones
 */
public record EditSystem(CustomerId customer, SystemEntry system) {}
