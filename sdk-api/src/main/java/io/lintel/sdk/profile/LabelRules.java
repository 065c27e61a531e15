package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;

import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.RemovedBy;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The product's own words for what the model calls by one name ({@code DEV-12}, {@code DEV-20}): for display only.
 *
 * @param credential what the product calls a credential, such as Mobile Key ({@code TEC-05})
 * @param states the words for every state
 * @param removed the words for a credential that was taken back or deleted, by who did it; where they are missing, the words
 *     for its state hold
 */
public record LabelRules(String credential, Map<CredentialState, String> states, Map<RemovedBy, String> removed) {

    private static final int MAX_LENGTH = 60;

    /** Refuses a state without words. */
    public LabelRules {
        present(credential, "credential");
        check(credential);
        present(states, "states");
        present(removed, "removed");
        for (CredentialState state : CredentialState.values()) {
            present(states.get(state), "states." + state);
        }
        states.values().forEach(LabelRules::check);
        removed.values().forEach(LabelRules::check);
        Map<CredentialState, String> stateCopy = new EnumMap<>(CredentialState.class);
        stateCopy.putAll(states);
        states = Collections.unmodifiableMap(stateCopy);
        Map<RemovedBy, String> removedCopy = new EnumMap<>(RemovedBy.class);
        removedCopy.putAll(removed);
        removed = Collections.unmodifiableMap(removedCopy);
    }

    private static void check(String label) {
        if (label.isBlank() || label.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a label has 1 to " + MAX_LENGTH + " characters");
        }
    }

    /** The words for a state. */
    public String label(CredentialState state) {
        return Objects.requireNonNull(states.get(state));
    }
}
