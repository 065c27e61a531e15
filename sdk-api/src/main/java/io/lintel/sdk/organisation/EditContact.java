package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to replace a customer's contact ({@code ACC-34}); no login changes with it ({@code ACC-21}).
 *
 * @param customer whose
 * @param contact the new one
 */
public record EditContact(CustomerId customer, Contact contact) {}
