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
 * computed, never stored. There are six combinations and no other, whatever happened in what order; nobody known stands in
 * place of an active person where phones register themselves.
 *
 * @param person such as Active; Unknown where the phone registered itself
 * @param device such as Unauthenticated
 * @param credential such as Waiting for user activation
 * @param mark how the credential's words stand out among others ({@code DEV-15})
 * @param removal who took the credential back and since when; a revocation is a request until it is confirmed ({@code REV-15})
 */
public record CredentialStatus(
        String person, String device, String credential, Mark mark, Optional<IssuedCredential.Removal> removal) {

    private static final String ACTIVE = "Active";
    private static final String UNKNOWN = "Unknown";

    /** How words stand out. */
    public enum Mark {
        /** They do not. */
        NONE,
        /** Somebody still has to do something before it opens doors: blue on the products' screens. */
        WAITING
    }

    /** The view at an instant, of a person or of nobody known. Pure. */
    public static CredentialStatus of(
            LabelRules labels, Optional<Person> person, Device device, IssuedCredential credential, Instant now) {
        String deleted = labels.label(CredentialState.DELETED);
        String active = ofPerson(labels, person);
        if (person.flatMap(Person::removed).isPresent()) {
            return new CredentialStatus(active, deleted, deleted, Mark.NONE, credential.removal());
        }
        CredentialState state = credential.stateAt(now);
        String words = label(labels, credential, state);
        if (isGone(device, state)) {
            String withItsDevice = removedBy(labels, RemovedBy.ADMIN).orElse(words);
            return new CredentialStatus(active, deleted, withItsDevice, Mark.NONE, credential.removal());
        }
        return new CredentialStatus(
                active,
                device.status() == Device.Status.ACTIVE ? ACTIVE : "Unauthenticated",
                words,
                waits(state) ? Mark.WAITING : Mark.NONE,
                credential.removal());
    }

    /** A person's own status, which has nothing to wait for: Active at once, or removed ({@code USR-08}). Pure. */
    public static String ofPerson(LabelRules labels, Optional<Person> person) {
        if (person.flatMap(Person::removed).isPresent()) {
            return labels.label(CredentialState.DELETED);
        }
        return person.isPresent() ? ACTIVE : UNKNOWN;
    }

    /** Removed, or never proven by a phone and without its credential now: nothing is left to show of it. */
    private static boolean isGone(Device device, CredentialState state) {
        return switch (device.status()) {
            case UNAUTHENTICATED -> !state.isLive();
            case ACTIVE -> false;
            case DELETED -> true;
        };
    }

    private static boolean waits(CredentialState state) {
        return state.isLive() && state != CredentialState.ACTIVE;
    }

    private static String label(LabelRules labels, IssuedCredential credential, CredentialState state) {
        Optional<String> byRemover = state.isLive() || state == CredentialState.LOST
                ? Optional.empty()
                : credential.removal().flatMap(removal -> removedBy(labels, removal.by()));
        return byRemover.orElseGet(() -> labels.label(state));
    }

    private static Optional<String> removedBy(LabelRules labels, RemovedBy by) {
        return Optional.ofNullable(labels.removed().get(by));
    }
}
