package io.lintel.sdk.model;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a host system says of a person beyond name and e-mail address. Its {@code toString} shows nothing.
 *
 * @param accessNumber what the panel knows the person by
 * @param syncId the host system's own key, 1 to 200 characters; unique in a site
 */
public record HostLink(OptionalLong accessNumber, Optional<String> syncId) {

    /** Refuses a key out of bounds. */
    public HostLink {
        syncId.ifPresent(key -> Text.required(key, "the sync id"));
    }

    @Override
    public String toString() {
        return "HostLink[redacted]";
    }
}
