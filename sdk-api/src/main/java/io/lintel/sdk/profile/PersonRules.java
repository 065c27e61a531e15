package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known about a person, and how much one may hold.
 *
 * @param requiredFields fields that may not be empty ({@code C-23})
 * @param maxLiveCredentials how many credentials one person may hold at once; null for any number ({@code C-30})
 */
public record PersonRules(
        Set<Field> requiredFields, @Nullable Integer maxLiveCredentials) {

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
        if (maxLiveCredentials != null) {
            within(maxLiveCredentials, 1, 1000, "maxLiveCredentials");
        }
    }

    /** How many credentials one person may hold at once, where that is bounded. */
    public OptionalInt liveCredentialLimit() {
        return maxLiveCredentials == null ? OptionalInt.empty() : OptionalInt.of(maxLiveCredentials);
    }
}
