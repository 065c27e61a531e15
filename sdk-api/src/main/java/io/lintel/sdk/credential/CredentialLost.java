package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * A credential that was given up. Its record stays, and its person can get another ({@code REV-08}).
 *
 * @param customer whose credential
 * @param serial the credential
 * @param lostCredit how much credit was lost with it
 */
public record CredentialLost(CustomerId customer, long serial, long lostCredit) {}
