package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to issue a credential that was taken back again, on the same device and with the same access number ({@code REV-12}).
 *
 * @param customer whose credential
 * @param serial the credential that was taken back
 */
public record RestoreCredential(CustomerId customer, long serial) {}
