package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.present;

import java.util.Set;

/**
 * What has to be known about a person.
 *
 * @param requiredFields fields that may not be empty ({@code C-23})
 */
public record PersonRules(Set<Field> requiredFields) {

    /** The fields of a person. */
    public enum Field {
        /** Given name. */
        GIVEN_NAME,
        /** Family name. */
        FAMILY_NAME,
        /** E-mail address. */
        EMAIL
    }

    /** Copies the set. */
    public PersonRules {
        present(requiredFields, "requiredFields");
        requiredFields = ordered(requiredFields, Field.class);
    }
}
