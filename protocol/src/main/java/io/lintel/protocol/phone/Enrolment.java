package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.tap.ProjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One credential on the phone with all that belongs to it, as the store keeps it.
 *
 * @param displayName the name that the app shows (CFG-01)
 * @param signedRoot the project's pinned root statement
 * @param issuingKeys the root-signed issuing keys
 * @param signedCredential the signed credential
 * @param holderKey the credential's private DH key, made on this phone
 * @param projectKeys the project keys that the phone holds, newest last
 * @param revocationList the newest list that the phone holds, or empty
 */
public record Enrolment(
        String displayName,
        Bytes signedRoot,
        List<Bytes> issuingKeys,
        Bytes signedCredential,
        SecretBytes holderKey,
        List<ProjectKey> projectKeys,
        Optional<Bytes> revocationList) {
    /** Most key epochs that a phone holds at once. */
    public static final int MAX_PROJECT_KEYS = 4;

    public Enrolment {
        issuingKeys = List.copyOf(issuingKeys);
        projectKeys = List.copyOf(projectKeys);
        if (projectKeys.isEmpty() || projectKeys.size() > MAX_PROJECT_KEYS) {
            throw new IllegalArgumentException("an enrolment holds 1 to " + MAX_PROJECT_KEYS + " project keys");
        }
    }

    /**
     * Returns this enrolment with what a check-in brought: the newest of each, and the newest project keys up to {@value
     * #MAX_PROJECT_KEYS}. Nothing is verified here.
     *
     * @param newList the signed list that the answer brought, whole or as a delta
     */
    Enrolment with(CheckInAnswer answer, Optional<Bytes> newList) {
        List<ProjectKey> keys = new ArrayList<>(projectKeys);
        answer.projectKey().ifPresent(newest -> {
            keys.removeIf(key -> key.epoch() == newest.epoch());
            keys.add(newest);
            keys.sort(Comparator.comparingInt(ProjectKey::epoch));
        });
        return new Enrolment(
                displayName,
                signedRoot,
                answer.issuingKeys().isEmpty() ? issuingKeys : answer.issuingKeys(),
                answer.credential().orElse(signedCredential),
                holderKey,
                keys.subList(Math.max(0, keys.size() - MAX_PROJECT_KEYS), keys.size()),
                newList.or(() -> revocationList));
    }

    /** Destroys this copy of the secrets. */
    void destroySecrets() {
        holderKey.destroy();
        projectKeys.forEach(key -> key.key().destroy());
    }

    /** Leaves out the credential, which tells one holder from another. */
    @Override
    public String toString() {
        return "Enrolment[" + displayName + ", redacted]";
    }
}
