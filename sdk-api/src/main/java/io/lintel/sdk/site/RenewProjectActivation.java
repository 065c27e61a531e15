package io.lintel.sdk.site;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for a new code for self-service; phones that come with the old one from now on get nothing. Credentials that were
 * activated with it stay.
 *
 * @param customer whose code
 */
public record RenewProjectActivation(CustomerId customer) {}
