package io.lintel.sdk.sync;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person as a host system knows it. Its {@code toString} shows no personal data.
 *
 * @param givenName may be empty where the profile allows it, like the other texts
 * @param familyName at most 200 characters each
 * @param email where notifications go, and who it is where there is no {@code syncId}
 * @param accessNumber what the panel knows the person by
 * @param syncId the host system's own key, which stays when everything else changes; 1 to 200 characters
 */
public record HostPerson(
        String givenName, String familyName, String email, OptionalLong accessNumber, Optional<String> syncId) {

    @Override
    public String toString() {
        return "HostPerson[redacted]";
    }
}
