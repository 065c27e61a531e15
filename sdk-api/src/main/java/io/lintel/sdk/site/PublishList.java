package io.lintel.sdk.site;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for a fresh revocation list, before the newest one expires at the readers.
 *
 * @param customer whose list
 */
public record PublishList(CustomerId customer) {}
