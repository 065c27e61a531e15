package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for a new activation code in place of one that was lost or has expired. It costs nothing.
 *
 * @param customer whose credential
 * @param serial the credential, which must wait for its activation
 */
public record ResendActivation(CustomerId customer, long serial) {}
