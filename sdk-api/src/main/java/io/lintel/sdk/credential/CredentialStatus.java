package io.lintel.sdk.credential;

import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.profile.LabelRules;
import java.time.Instant;
import java.util.Optional;

/**
 * What a product shows of a person, a device and its newest credential, in the product's own words (requirements 7): a view,
 * computed, never stored.
 *
 * @param person such as Active
 * @param device such as Unauthenticated
 * @param credential such as Waiting for user activation
 * @param removal who took the credential back and since when; a revocation is a request until it is confirmed ({@code REV-15})
 */
public record CredentialStatus(
        String person, String device, String credential, Optional<IssuedCredential.Removal> removal) {

    private static final String ACTIVE = "Active";

    /** The view at an instant. Pure. */
    public static CredentialStatus of(
            LabelRules labels, Person person, Device device, IssuedCredential credential, Instant now) {
        String deleted = labels.label(CredentialState.DELETED);
        if (person.removed().isPresent()) {
            return new CredentialStatus(deleted, deleted, deleted, credential.removal());
        }
        return new CredentialStatus(
                ACTIVE,
                switch (device.status()) {
                    case UNAUTHENTICATED -> "Unauthenticated";
                    case ACTIVE -> ACTIVE;
                    case DELETED -> deleted;
                },
                label(labels, credential, credential.stateAt(now)),
                credential.removal());
    }

    private static String label(LabelRules labels, IssuedCredential credential, CredentialState state) {
        Optional<String> byRemover = state.isLive() || state == CredentialState.LOST
                ? Optional.empty()
                : credential
                        .removal()
                        .map(IssuedCredential.Removal::by)
                        .flatMap((RemovedBy by) ->
                                Optional.ofNullable(labels.removed().get(by)));
        return byRemover.orElseGet(() -> labels.label(state));
    }
}
