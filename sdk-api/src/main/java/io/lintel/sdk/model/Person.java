package io.lintel.sdk.model;

import java.time.Instant;

/**
 * A person who gets credentials. Its {@code toString} names the number alone: the rest is personal data.
 *
 * @param customer whose person
 * @param number 1, 2, 3, ... within the customer
 * @param givenName may be empty where the profile allows it
 * @param familyName may be empty where the profile allows it
 * @param email where notifications go; may be empty where the profile allows it
 * @param created when the person was added
 */
public record Person(
        CustomerId customer, long number, String givenName, String familyName, String email, Instant created) {

    /** Checks lengths. */
    public Person {
        Text.optional(givenName, "the given name");
        Text.optional(familyName, "the family name");
        Text.optional(email, "the e-mail address");
    }

    @Override
    public String toString() {
        return "Person[" + customer + " #" + number + "]";
    }
}
