package io.lintel.sdk.person;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.PhoneNumber;
import java.util.Optional;

/**
 * Asks for a new person ({@code USR-04}). Its {@code toString} shows no personal data.
 *
 * @param customer whose person
 * @param title such as Dr.; may be empty
 * @param givenName may be empty where the profile allows it, like the names and the address after it
 * @param familyName at most 200 characters each
 * @param email where notifications go
 * @param telephone with its country code, where text messages go
 */
public record AddPerson(
        CustomerId customer,
        String title,
        String givenName,
        String familyName,
        String email,
        Optional<PhoneNumber> telephone) {

    /** A person without a title and a telephone. */
    public AddPerson(CustomerId customer, String givenName, String familyName, String email) {
        this(customer, "", givenName, familyName, email, Optional.empty());
    }

    @Override
    public String toString() {
        return "AddPerson[" + customer + "]";
    }
}
