package io.lintel.sdk.person;

import io.lintel.sdk.credential.CredentialIssued;

/**
 * A person that exists now, with a credential that waits for its phone.
 *
 * @param person the person's number
 * @param credential the credential
 */
public record PersonEnrolled(long person, CredentialIssued credential) {}
