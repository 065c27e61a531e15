package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to take a credential back.
 *
 * @param customer whose credential
 * @param serial the credential
 */
public record RevokeCredential(CustomerId customer, long serial) {}
