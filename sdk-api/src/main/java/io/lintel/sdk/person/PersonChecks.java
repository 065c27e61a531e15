package io.lintel.sdk.person;

import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.profile.PersonRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a site's profile asks of a person's data. Pure. */
public final class PersonChecks {

    private PersonChecks() {}

    /** Every rule that the data break, each as a sentence that says what to do and quotes nothing. */
    public static List<String> broken(PersonRules rules, String givenName, String familyName, String email) {
        List<String> broken = new ArrayList<>();
        for (PersonRules.Field field : rules.requiredFields()) {
            if (value(field, givenName, familyName, email).isBlank()) {
                broken.add("this site's profile needs a person's " + words(field) + "; give it");
            }
        }
        if (!email.isEmpty() && !EmailAddress.isValid(email)) {
            broken.add("the e-mail address is not one; correct it");
        }
        return broken;
    }

    private static String value(PersonRules.Field field, String givenName, String familyName, String email) {
        return switch (field) {
            case GIVEN_NAME -> givenName;
            case FAMILY_NAME -> familyName;
            case EMAIL -> email;
        };
    }

    private static String words(PersonRules.Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
