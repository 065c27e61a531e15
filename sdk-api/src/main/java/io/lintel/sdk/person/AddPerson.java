package io.lintel.sdk.person;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for a new person. Its {@code toString} shows no personal data.
 *
 * @param customer whose person
 * @param givenName may be empty where the profile allows it, like the other fields
 * @param familyName at most 200 characters each
 * @param email where notifications go
 */
public record AddPerson(CustomerId customer, String givenName, String familyName, String email) {

    @Override
    public String toString() {
        return "AddPerson[" + customer + "]";
    }
}
