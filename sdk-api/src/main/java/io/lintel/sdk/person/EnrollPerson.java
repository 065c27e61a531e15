package io.lintel.sdk.person;

import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.IssuedCredential;

/**
 * Asks for a new person with a first device and credential, all or nothing ({@code USR-02}, {@code USR-03}).
 *
 * @param person the person
 * @param credential the credential, for the same customer; its person is {@link IssuedCredential#NOBODY}, since the number is
 *     not known yet
 */
public record EnrollPerson(AddPerson person, IssueCredential credential) {

    /** Refuses a credential of another customer or of a person who is known already. */
    public EnrollPerson {
        if (!person.customer().equals(credential.customer())) {
            throw new IllegalArgumentException("the person and the credential are of two customers");
        }
        if (credential.person() != IssuedCredential.NOBODY) {
            throw new IllegalArgumentException("the credential names a person, and is for the new one");
        }
    }
}
