package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to give up a credential that is really lost: nobody waits for its phone any more ({@code REV-06}).
 *
 * @param customer whose credential
 * @param serial the credential, which must have been revoked
 * @param loseCredit confirms that what it cost may be lost; needed where its revocation was not confirmed ({@code REV-09})
 */
public record MarkCredentialLost(CustomerId customer, long serial, boolean loseCredit) {}
