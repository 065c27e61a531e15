package io.lintel.sdk.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A person who gets credentials. Its {@code toString} names the number alone: the rest is personal data.
 *
 * @param customer whose person
 * @param number 1, 2, 3, ... within the customer
 * @param title such as Dr.; may be empty ({@code USR-04})
 * @param givenName may be empty where the profile allows it
 * @param familyName may be empty where the profile allows it
 * @param email where notifications go; may be empty where the profile allows it
 * @param created when the person was added
 * @param removed when the person was removed, which is final ({@code USR-09}); empty while active ({@code USR-08})
 */
public record Person(
        CustomerId customer,
        long number,
        String title,
        String givenName,
        String familyName,
        String email,
        Instant created,
        Optional<Instant> removed) {

    /** Checks lengths. */
    public Person {
        Text.optional(title, "the title");
        Text.optional(givenName, "the given name");
        Text.optional(familyName, "the family name");
        Text.optional(email, "the e-mail address");
    }

    /** A person without a title who is active. */
    public Person(
            CustomerId customer, long number, String givenName, String familyName, String email, Instant created) {
        this(customer, number, "", givenName, familyName, email, created, Optional.empty());
    }

    /** The same with another title. */
    public Person titled(String otherTitle) {
        return new Person(customer, number, otherTitle, givenName, familyName, email, created, removed);
    }

    /** The same with other data. */
    public Person with(String otherGivenName, String otherFamilyName, String otherEmail) {
        return new Person(customer, number, title, otherGivenName, otherFamilyName, otherEmail, created, removed);
    }

    /** The same, removed. */
    public Person removedAt(Instant at) {
        return new Person(customer, number, title, givenName, familyName, email, created, Optional.of(at));
    }

    @Override
    public String toString() {
        return "Person[" + customer + " #" + number + "]";
    }
}
