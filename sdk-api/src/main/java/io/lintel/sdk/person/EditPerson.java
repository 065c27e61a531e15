package io.lintel.sdk.person;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to replace a person's title, names and e-mail address. Its {@code toString} shows no personal data.
 *
 * @param customer whose person
 * @param person the person's number
 * @param title such as Dr.; may be empty
 * @param givenName may be empty where the profile allows it, like the other fields
 * @param familyName at most 200 characters each
 * @param email where notifications go
 */
public record EditPerson(
        CustomerId customer, long person, String title, String givenName, String familyName, String email) {

    @Override
    public String toString() {
        return "EditPerson[" + customer + ", person #" + person + "]";
    }
}
