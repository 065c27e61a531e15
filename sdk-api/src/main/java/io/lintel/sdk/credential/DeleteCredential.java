package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to remove a credential from its person's record ({@code REV-10}).
 *
 * @param customer whose credential
 * @param serial the credential
 */
public record DeleteCredential(CustomerId customer, long serial) {}
