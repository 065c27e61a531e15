package io.lintel.sdk.credential;

import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;

/**
 * A credential that was taken back. Offline readers refuse it once they have the list.
 *
 * @param customer whose credential
 * @param serial the credential
 * @param state {@link CredentialState#REVOKED} where it was on no phone yet, else {@link CredentialState#REVOKE_PENDING}:
 *     requested, and not confirmed by the phone ({@code REV-15})
 * @param listEpoch the epoch of the list that names it
 */
public record CredentialRevoked(CustomerId customer, long serial, CredentialState state, long listEpoch) {}
